// 示例规则：60 以上达标。不需要单独文件时，可直接写在 scheme.json 里："rule": "AtLeast(60)"。
// An example: at least 60. A short rule may stand in scheme.json itself.
return AtLeast(60);
