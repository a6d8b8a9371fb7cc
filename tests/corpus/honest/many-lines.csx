


   // 空行很多


return
    AtLeast(
        20
    )
    ;


