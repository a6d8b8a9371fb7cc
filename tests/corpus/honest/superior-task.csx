return SuperiorTask.Completed() & (AtLeast(90) | Improving());
