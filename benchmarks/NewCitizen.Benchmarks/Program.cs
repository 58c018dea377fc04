using BenchmarkDotNet.Running;
using NewCitizen.Benchmarks.Storage;

if (args is ["store", .. var rest])
{
    return await StoreRuns.RunAsync(rest);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
