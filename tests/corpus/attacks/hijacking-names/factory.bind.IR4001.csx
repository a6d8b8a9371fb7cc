return <Factory>();
