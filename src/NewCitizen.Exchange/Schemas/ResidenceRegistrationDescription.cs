using NewCitizen.Codes;
using static NewCitizen.Exchange.Schemas.Describe;

namespace NewCitizen.Exchange.Schemas;

/// <summary>Describes <c>ncx.residence-registration.v1</c>.</summary>
internal static class ResidenceRegistrationDescription
{
    public static SchemaNode Document { get; } = Object(
        "居住登记",
        "a declared stay at an address",
        Key("新市民记录键", "key of the resident's record").Required("resident"),
        Object(
            "居住地址",
            "standard address",
            Key("地址键", "key of the address; equal keys are the same door").Required("key"),
            Text("地址", "address as stated, tidied", 200).Personal("address").Required("text"),
            Division("行政区划代码", "division code").Optional("divisionCode"),
            (Object(
                "地址要素",
                "parts of the address",
                Text("路街巷、门牌号", "street and number", 100).Personal().Optional("street"),
                Text("小区、公寓", "estate, compound or village", 100).Personal().Optional("estate"),
                Text("楼栋", "building", 100).Personal().Optional("building"),
                Text("单元", "entrance", 100).Personal().Optional("unit"),
                Text("室", "room", 100).Personal().Optional("room")) with { MinMembers = 1 }).Optional("parts")).Required("address"),
        Key("房间键", "key of the room").Optional("room"),
        Date("登记日期", "day it was declared").Optional("registeredOn"),
        Date("起住日期", "first day of the stay as far as known").Required("since"),
        Date("搬离日期（不含）", "first day the person no longer lived there").Optional("until"),
        CodedText("住所类型", "kind of dwelling", CodeTables.DwellingKind).Optional("dwellingType"),
        Key("并入来源记录键", "key of the record it came from by a merge").Optional("mergedFrom")) with
    {
        Rule = BusinessRule.Period,
    };

    public static SchemaNode Line { get; } = Describe.Line("居住登记记录", "residence registration record", Document, canMerge: false);
}
