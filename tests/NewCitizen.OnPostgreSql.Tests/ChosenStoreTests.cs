using NewCitizen.Core.Tests;

namespace NewCitizen.OnPostgreSql.Tests;

public sealed class ChosenStoreTests
{
    [Fact]
    public void Office_InThisProject_IsOnPostgreSql()
    {
        // Or all that is repeated here would prove nothing.
        using var office = new TestOffice();
        Assert.Equal("postgresql", office.Store.Capabilities.Name);
    }
}
