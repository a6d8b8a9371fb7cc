return Submission#0.Run();
