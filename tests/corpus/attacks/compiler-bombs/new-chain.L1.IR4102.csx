return new new new new new new new new new new new new new new new new new new new new x;
