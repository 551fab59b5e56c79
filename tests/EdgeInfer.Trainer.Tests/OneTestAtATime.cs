using Xunit.Sdk;
using Xunit.v3;

// libtorch is one per process, and trainings pause its garbage collection (CollectionPause).
[assembly: Parallelization(Mode = ParallelMode.None)]
