<html>
<head><title>org1 app1</title></head>
<body>
<p>${secret('secret/org1/app1').var}</p>
<p>PLOUPI: ${env('A_SPECIFIC_VAR')}</p>
</body>
</html>
