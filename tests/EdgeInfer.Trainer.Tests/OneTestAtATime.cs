// libtorch is one per process, and trainings pause its garbage collection (CollectionPause).
[assembly: CollectionBehavior(DisableTestParallelization = true)]
