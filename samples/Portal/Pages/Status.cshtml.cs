using Microsoft.AspNetCore.Mvc;
using Portal.Forms;

namespace Portal.Pages;

/// <summary>Says in words what went wrong. Answers any method: it stands in for the page that was asked for.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PortalPage
{
    public string Heading { get; private set; } = string.Empty;

    public string Advice { get; private set; } = string.Empty;

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code) => (Heading, Advice) = code switch
    {
        400 => (Words.T("请求无法处理", "The request cannot be handled"), Words.T("页面可能已过期。请返回重新打开表单。", "The page may have expired. Go back and open the form again.")),
        403 => (Words.T("无权访问", "Not allowed"), Words.T("您的账号没有此项权限。请联系本站管理员。", "Your account may not do this. Ask the administrator of your station.")),
        404 => (Words.T("没有找到", "Not found"), Words.T("没有此页面，或该档案不属于本站。", "There is no such page, or the file does not belong to your station.")),
        413 => (Words.T("文件过大", "The file is too large"), Words.T("请拆分花名册后分批导入。", "Split the roster and import it in parts.")),
        429 => (Words.T("尝试次数过多", "Too many attempts"), Words.T("请一分钟后再试。", "Wait a minute and try again.")),
        _ => (Words.T("系统暂时无法处理", "Something went wrong"), Words.T("您的操作可能未保存。请稍后重试。", "Your change may not be saved. Try again later.")),
    };
}
