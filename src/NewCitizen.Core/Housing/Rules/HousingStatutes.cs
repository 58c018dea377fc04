using NewCitizen.Rules;

namespace NewCitizen.Housing.Rules;

/// <summary>Norms beside the laws of <see cref="Statutes"/> that rules of homes rest on.</summary>
public static class HousingStatutes
{
    /// <summary>宿舍建筑设计规范 JGJ 36-2016: a norm of building design; it binds no letting and is used only where it is named.</summary>
    public static readonly Statute DormitoryDesign = new("jgj-36-2016", "宿舍建筑设计规范", "Code for Design of Dormitory Buildings", "JGJ 36-2016", new(2017, 6, 1));

    /// <summary>Standards governments of districted cities and above have set; the policy says which and since when (各地标准).</summary>
    public static readonly Statute LocalStandard = new("local-occupancy-standard", "设区的市级以上人民政府规定的租赁住房标准", "Standards of rented homes set by local governments", null, new(2011, 2, 1));
}
