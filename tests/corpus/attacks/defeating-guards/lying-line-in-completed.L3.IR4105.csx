return SuperiorTask.Completed(99);
