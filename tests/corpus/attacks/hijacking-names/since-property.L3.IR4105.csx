return Improving(Since.BaseYear);
