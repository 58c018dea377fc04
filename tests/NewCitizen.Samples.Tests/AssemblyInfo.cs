// One portal and one Chromium at a time: two cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
