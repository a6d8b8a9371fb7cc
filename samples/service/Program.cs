using IndicatorRules;
using IndicatorRules.Service;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => SchemeHost.Open("plugins"));
builder.Services.AddIndicatorRulesApi(new ServiceOptions { MostPerSecond = 50 });

var app = builder.Build();
app.MapIndicatorRulesApi();
app.Run();
