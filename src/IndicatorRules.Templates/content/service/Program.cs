using IndicatorRules;
using IndicatorRules.Service;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => SchemeHost.Open());
builder.Services.AddIndicatorRulesApi();

var app = builder.Build();
app.MapIndicatorRulesApi();
app.Run();
