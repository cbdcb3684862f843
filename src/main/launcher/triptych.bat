@echo off
rem Triptych in a terminal, from the folder of ImageJ or Fiji that it lies in:
rem   triptych VERB IMAGE... --key=value        triptych --help
rem TRIPTYCH_JAVA_OPTIONS holds further options for Java, such as -Xmx8g.
setlocal enabledelayedexpansion
set "here=%~dp0"

rem --- Java: that of JAVA_HOME, of Fiji, or the first on the path ---
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for /d %%p in ("%here%java\win64\*" "%here%java\windows-x64\*" "%here%jre") do (
	if exist "%%p\bin\java.exe" set "java=%%p\bin\java.exe"
)
if not defined java for %%p in (java.exe) do set "java=%%~$PATH:p"
if not defined java (
	echo Triptych needs Java 17 or newer. Install one, or set JAVA_HOME to its folder. 1>&2
	exit /b 1
)

rem --- Classes ---
set "classes="
for %%f in ("%here%ij.jar" "%here%jars\ij-1.*.jar" "%here%plugins\Triptych_*.jar" "%here%plugins\Triptych\Triptych_*.jar") do set "classes=!classes!%%f;"
rem In ImageJ all lies in one folder.
set "libraries=%here%jars"
if exist "%here%plugins\Triptych\Triptych_*.jar" set "libraries=%here%plugins\Triptych"
for %%n in (djl-api onnxruntime-engine onnxruntime onnxruntime_gpu gson jna commons-compress commons-codec commons-io slf4j-api slf4j-nop snakeyaml-engine) do (
	for %%f in ("%libraries%\%%n-?.*.jar" "%libraries%\%%n-??.*.jar") do set "classes=!classes!%%f;"
)

rem --- Start: a Java of 19 or newer keeps the classes of a run for the next ---
if not exist "%USERPROFILE%\.triptych\cache" mkdir "%USERPROFILE%\.triptych\cache" 2>nul
set "options=-Xlog:disable -Xlog:all=error:stderr -Dslf4j.internal.verbosity=ERROR -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive"
"%java%" %options% "-XX:SharedArchiveFile=%USERPROFILE%\.triptych\cache\classes.jsa" %TRIPTYCH_JAVA_OPTIONS% -cp "%classes%" triptych.cli.Main %*
exit /b %errorlevel%
