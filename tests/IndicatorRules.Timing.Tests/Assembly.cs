// These tests measure clocks, memory, threads or load contexts of the process, or kill after a delay: one at a time, apart from others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyTrait("Category", "Timing")]
