using NewCitizen.Cli.CommandLine;

return await CliApplication.RunAsync(args, CliTerminal.OfProcess(), CancellationToken.None).ConfigureAwait(false);
