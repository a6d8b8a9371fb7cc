// What these tests measure, memory and threads of the process, bears no neighbours.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
