using IndicatorRules.Hosting;
using IndicatorRules.Service;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIndicatorRules(options =>
{
    options.Plugins.Add("plugins");
    options.WarmUp.Add("*");
    options.Watch = true;
});
builder.Services.AddHealthChecks().AddIndicatorRules();
builder.Services.AddIndicatorRulesApi(new ServiceOptions { MostPerSecond = 50, Watch = false, WarmUp = false });

var app = builder.Build();
app.MapIndicatorRulesApi();
app.Run();
