return When(condition: AtLeast(60), then: AtLeast(1), otherwise: Unknown("不足"));
