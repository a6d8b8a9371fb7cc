return F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(F(a<b, c>(1))))))))))))))))))))))))))));
