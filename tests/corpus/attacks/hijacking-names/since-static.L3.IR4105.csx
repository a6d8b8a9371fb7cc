return Improving(Since.YearsBack(1));
