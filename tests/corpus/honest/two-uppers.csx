return Upper("u") | Upper("nation");
