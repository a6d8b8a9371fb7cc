Verdict Narrow(decimal low) => Between(low, low + 10) | About(50, 2.5);
if (Value > 60)
{
    return When(MoreThan(80), then: StableOrImproving(0.5, SinceBaseYear), otherwise: ChangeAtLeast(-1, YearsBack(3)));
}

return SuperiorTask.Completed() & (Narrow(20) | Improving(PreviousYear)) & ChangeAtMost(5) & (LessThan(99) | NotApplicable("不涉及"));
