new System.Threading.Thread(() => { }).Start();
return AtLeast(1);
