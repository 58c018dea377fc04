using NewCitizen.TestServers.RabbitMq;

namespace NewCitizen.Storage.PostgreSql.Tests.Servers;

public sealed class RabbitServerTests
{
    [SkippableFact]
    public async Task Kill_AndStart_AnswersAgain()
    {
        var server = await RabbitServer.StartNewAsync();
        await using var scope = server;
        await server.KillAsync();
        await server.StartAsync();
        await server.StopAsync();
        await server.StartAsync();
        Assert.NotEqual(0, server.Port);
    }
}
