using BenchmarkDotNet.Running;
using NewCitizen.Benchmarks.Floors;
using NewCitizen.Benchmarks.Storage;

if (args is ["store", .. var rest])
{
    return await StoreRuns.RunAsync(rest);
}

if (args is ["floors", .. var part])
{
    return await FloorRuns.RunAsync(part);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
