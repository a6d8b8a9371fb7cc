#region a
return AtLeast(1);
#endregion
