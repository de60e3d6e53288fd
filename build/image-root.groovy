// Makes target/image, the folder that Jib puts into the image's root beside the jars:
//
//   /app/java         a Java runtime linked from image.jdk
//   /app/launch.args  how to start the program with it
//   /usr/local/bin    the program's names on the PATH
//   /lib*, /etc, /tmp  what a root needs that starts from scratch
//
// The same input gives the same bytes, the runtime's shared archive included; build/same-image-twice.sh shows it.
// Sets image.architecture.
import java.nio.file.Files
import org.apache.maven.plugin.MojoFailureException

def setting = { String name -> (session.userProperties[name] ?: project.properties[name]) as String }
def list = { String name -> setting(name).replaceAll(/\s+/, '') }

def image = new File(project.build.directory, 'image')
def java = new File(image, 'app/java')

def run = { List<String> command, Map<String, String> environment = [:] ->
    def builder = new ProcessBuilder(command).redirectErrorStream(true)
    builder.environment().putAll(environment)
    def process = builder.start()
    def output = process.inputStream.text
    if (process.waitFor() != 0) {
        throw new MojoFailureException("${command.join(' ')}\nfailed:\n${output}")
    }
    output
}

def write = { String path, String text ->
    def file = new File(image, path)
    file.parentFile.mkdirs()
    file.setText(text, 'UTF-8')
}

def linkRuntime = {
    run([setting('image.jdk') + '/bin/jlink', '--output', java.path, '--add-modules', list('image.java.modules'),
         '--strip-debug', '--no-header-files', '--no-man-pages', '--compress', 'zip-6', '--generate-cds-archive',
         '--exclude-files', list('image.java.excluded')])
    // jlink needs the first to make the archive, and makes the second, for heaps over 32 GB, unasked.
    ['lib/classlist', 'lib/server/classes_nocoops.jsa'].each { new File(java, it).delete() }
}

// Files outside the runtime that its programs and libraries are linked to: the C library's few, with the loader.
def linkedLibraries = {
    def binaries = [new File(java, 'bin/java').path]
    new File(java, 'lib').eachFileRecurse { if (it.name.endsWith('.so')) binaries << it.path }
    def output = run(['ldd'] + binaries.sort(), [LD_LIBRARY_PATH: "${java}/lib/server:${java}/lib".toString()])
    if (output.contains('not found')) {
        throw new MojoFailureException("The image's runtime needs a library that this machine lacks:\n${output}")
    }
    // Either "libc.so.6 => /lib/…/libc.so.6 (0x…)" or, for the loader, "/lib64/ld-linux-x86-64.so.2 (0x…)".
    def found = output.readLines().collect { it.find(/(\/\S+) \(0x/) { all, path -> path } }
    found.findAll { it && !it.startsWith(java.path) }.unique().collect { new File(it) }
}

// A C library before 2.34 loads these by name to find hosts: nothing is linked to them.
def hostLookup = { List<File> libraries ->
    def folders = libraries*.parentFile.unique()
    [folders, ['libnss_files.so.2', 'libnss_dns.so.2', 'libresolv.so.2']].combinations { folder, name -> new File(folder, name) }
            .findAll { it.exists() }
}

// What a base image would bring.
def fillRoot = {
    def libraries = linkedLibraries()
    (libraries + hostLookup(libraries)).unique().each {
        def copy = new File(image, it.path)
        copy.parentFile.mkdirs()
        // The file itself where the path is a link: its other name is not in the image.
        Files.copy(it.toPath().toRealPath(), copy.toPath())
    }
    write('etc/passwd', 'root:x:0:0:root:/:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/:/sbin/nologin\n')
    write('etc/group', 'root:x:0:\nnonroot:x:65532:\n')
    write('etc/nsswitch.conf', 'hosts: files dns\n')
    new File(image, 'tmp').mkdirs()
}

def writeNames = {
    // The order that Maven resolved, which is Jib's too.
    def dependencies = project.artifacts.findAll { it.scope in ['compile', 'runtime'] }.collect { "/app/libs/${it.file.name}" }
    def classPath = ["/app/classpath/${project.build.finalName}.jar"] + dependencies
    def options = setting('image.java.options').split(/\s+/) as List
    write('app/launch.args', (options + ['-cp', classPath.join(':'), setting('image.main.class')]).join('\n') + '\n')
    // The kernel starts java with the file's own path as the program's first argument: so it learns its name.
    ['vault-renderer', 'consul-template', 'vault-kubernetes-authenticator'].each {
        write("usr/local/bin/${it}", '#!/app/java/bin/java @/app/launch.args\n')
    }
}

if (!System.getProperty('os.name').startsWith('Linux')) {
    throw new MojoFailureException("The image's runtime is linked from this machine's own JDK: build it on Linux.")
}
// Jib asks the network for a newer Jib otherwise.
System.setProperty('jib.disableUpdateChecks', 'true')
project.properties['image.architecture'] = System.getProperty('os.arch') == 'aarch64' ? 'arm64' : System.getProperty('os.arch')

image.deleteDir()
linkRuntime()
if (setting('image.base') == 'scratch') {
    fillRoot()
}
writeNames()
