return EachItem(i => i.AtLeast(1)) | EachItem(i => i.AtMost(0));
