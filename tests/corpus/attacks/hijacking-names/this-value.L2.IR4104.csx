var me = this;
return me.AtLeast(1);
