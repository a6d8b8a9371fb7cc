return Submission.Run();
