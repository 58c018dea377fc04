using System.Text;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Tests.Tables;

public sealed class TableFormatDetectorTests
{
    private static readonly byte[] s_ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public async Task Detect_OldWorkbook_SaysSaveAs() => await TableFiles.FaultAsync([.. s_ole, .. new byte[2000]], TableErrors.OldWorkbook);

    [Fact]
    public async Task Detect_EncryptedWorkbook_SaysSo()
    {
        var file = new byte[4096];
        s_ole.CopyTo(file, 0);
        file[30] = 9; // sectors of 512 bytes
        file[48] = 2; // the directory is sector 2
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(file, (2 + 1) * 512 + 128);
        await TableFiles.FaultAsync(file, TableErrors.EncryptedWorkbook);
    }

    [Theory]
    [InlineData("%PDF-1.7\n")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005binary")]
    public async Task Detect_SomethingElse_IsRefused(string text) => await TableFiles.FaultAsync(Encoding.UTF8.GetBytes(text), TableErrors.NotATable);

    [Fact]
    public async Task Detect_ByContent_IgnoresNames()
    {
        Assert.Equal(TableFormat.Csv, await TableFormatDetector.DetectAsync(new MemoryStream("PK,1"u8.ToArray()), false, CancellationToken.None));
        Assert.Equal(TableFormat.Xlsx, await TableFormatDetector.DetectAsync(new MemoryStream(TableFiles.Workbook("")), false, CancellationToken.None));
    }
}
