@echo off
rem Triptych in a terminal, from the folder of ImageJ or Fiji that it lies in:
rem   triptych VERB IMAGE... --key=value        triptych --help
rem TRIPTYCH_JAVA_OPTIONS holds further options for Java, such as -Xmx8g.
rem Not enabledelayedexpansion: it takes every ! out of folders and arguments.
setlocal disabledelayedexpansion
set "here=%~dp0"

rem Names without quotes and folders in "for": with them some commands find no file, others keep the quotes.
pushd "%here%"

rem --- Java: that of JAVA_HOME, of Fiji, or the first on the path; 17 or newer ---
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for /d %%p in (java\win64\* java\windows-x64\* jre) do (
	if exist "%%p\bin\java.exe" set "java=%here%%%p\bin\java.exe"
)
if not defined java for %%p in (java.exe) do set "java=%%~$PATH:p"
if not defined java (
	echo Triptych needs Java 17 or newer. Install one, or set JAVA_HOME to its folder. 1>&2
	exit /b 1
)
for %%p in ("%java%") do set "release=%%~dpp..\release"
set "version=17"
if exist "%release%" for /f "usebackq tokens=1,2 delims==" %%a in ("%release%") do if "%%a"=="JAVA_VERSION" set "version=%%~b"
for /f "delims=." %%v in ("%version%") do set "number=%%v"
if %number% lss 17 (
	echo Triptych needs Java 17 or newer; found was "%java%". Install one, or set JAVA_HOME to its folder. 1>&2
	exit /b 1
)

rem --- Classes ---
set "classes="
set "sizes=0"
for %%f in (ij.jar jars\ij-1.*.jar plugins\Triptych_*.jar jars\Triptych_*.jar plugins\Triptych\Triptych_*.jar) do (
	set "jar=%%f"
	call :add
)
rem In ImageJ all lies in one folder.
set "libraries=jars"
if exist plugins\Triptych\Triptych_*.jar set "libraries=plugins\Triptych"
for %%n in (djl-api onnxruntime-engine onnxruntime onnxruntime_gpu gson jna commons-compress commons-codec commons-io slf4j-api slf4j-nop snakeyaml-engine) do call :library %%n
popd

rem --- Start ---
set "options=-Xlog:disable -Xlog:all=error:stderr -Dslf4j.internal.verbosity=ERROR"
rem The first run that goes well keeps its classes in a form that Java reads fast. Java itself looks
rem whether the jars are those, and whether the file is whole.
set "cache=%USERPROFILE%\.triptych\cache"
set "archive=%cache%\classes-%version%-%sizes%.jsa"
if exist "%archive%" (
	"%java%" %options% -XX:+IgnoreUnrecognizedVMOptions -XX:+VerifySharedSpaces "-XX:SharedArchiveFile=%archive%" %TRIPTYCH_JAVA_OPTIONS% -cp "%classes%" triptych.cli.Main %*
	goto end
)
set "keep="
for %%v in (classify detect segment-regions segment-objects segment-scene process-folder) do if "%~1"=="%%v" set "keep=yes"
:words
if "%~1"=="" goto run
if "%~1"=="--help" set "keep="
if "%~1"=="-h" set "keep="
shift
goto words
:run
if not defined keep (
	"%java%" %options% %TRIPTYCH_JAVA_OPTIONS% -cp "%classes%" triptych.cli.Main %*
	goto end
)
if not exist "%cache%" mkdir "%cache%" 2>nul
set "part=%cache%\classes-%random%.part"
"%java%" %options% "-XX:ArchiveClassesAtExit=%part%" %TRIPTYCH_JAVA_OPTIONS% -cp "%classes%" triptych.cli.Main %*
set "code=%errorlevel%"
if %code%==0 if exist "%part%" (
	del "%cache%\classes-*.jsa" 2>nul
	move "%part%" "%archive%" >nul 2>nul
)
rem Those of runs that failed or were ended, which lack the classes of one that goes well.
del "%cache%\classes-*.part" 2>nul
exit /b %code%
:end
exit /b %errorlevel%

:library
for %%f in (%libraries%\%1-?.*.jar %libraries%\%1-??.*.jar) do (
	set "jar=%%f"
	call :add
)
exit /b

:add
if not exist "%jar%" exit /b
set "classes=%classes%%here%%jar%;"
for %%f in ("%jar%") do set /a "sizes+=%%~zf" >nul
exit /b
