using BenchmarkDotNet.Running;
using NewCitizen.Benchmarks.Floors;
using NewCitizen.Benchmarks.Hall;
using NewCitizen.Benchmarks.Homes;
using NewCitizen.Benchmarks.Portals;
using NewCitizen.Benchmarks.Storage;
using NewCitizen.Benchmarks.Waits;

if (args is ["store", .. var rest])
{
    return await StoreRuns.RunAsync(rest);
}

if (args is ["floors", .. var part])
{
    return await FloorRuns.RunAsync(part);
}

if (args is ["hall", .. var hall])
{
    return await HallRuns.RunAsync(hall);
}

if (args is ["homes", .. var homes])
{
    return await HomeRuns.RunAsync(homes);
}

if (args is ["waits", .. var days])
{
    return await WaitTable.RunAsync(days);
}

if (args is ["portal", .. var load])
{
    return await PortalLoad.RunAsync(load);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
