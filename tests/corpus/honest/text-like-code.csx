return Unknown("#r \"System.IO\" // while (true) { File.Delete(); } 'x' $@ /* */");
