// Makes target/image, the folder that Jib puts into the image's root beside the jars:
//
//   /app/java         a Java runtime linked from image.jdk
//   /app/classes.jsa  the archive of the classes that the program loads, ready to be mapped into memory
//   /app/sbom.cdx.json  the jars that the program is made of, with their licenses, as a CycloneDX document
//   /app/launch.args  how to start the program with them
//   /usr/local/bin    the program's names on the PATH
//   /lib*, /etc, /tmp, /usr/lib/locale, /bin/consul-template  what a root needs that starts from scratch
//
// The same input gives the same bytes, the archive included; build/same-image-twice.sh shows it.
// Sets image.architecture.
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.FileSystems
import java.nio.file.Files
import org.apache.maven.plugin.MojoFailureException

def setting = { String name -> (session.userProperties[name] ?: project.properties[name]) as String }
def list = { String name -> setting(name).replaceAll(/\s+/, '') }

def options = { setting('image.java.options').split(/\s+/) as List }

def image = new File(project.build.directory, 'image')
def java = new File(image, 'app/java')

def run = { List<String> command, Map<String, String> environment = [:], File folder = null ->
    def builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder)
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

// java.desktop is there for java.beans. Of its other packages, which a module must not lack, one file stays, or
// the classes that the program loads; a program that draws does not run on this runtime.
def unusedDesktop = {
    def kept = setting('image.java.desktop').replaceAll(/\s+/, '').split(',')
    def unused = new File(project.build.directory, 'image-unused-classes')
    def jdk = FileSystems.newFileSystem(URI.create('jrt:/'), ['java.home': setting('image.jdk')])
    try {
        def desktop = jdk.getPath('/modules/java.desktop')
        def classes = Files.walk(desktop).withCloseable { it.filter { Files.isRegularFile(it) && it.nameCount > 3 }.toList() }
        def dropped = classes.groupBy { it.parent }.collectMany { folder, files ->
            def name = desktop.relativize(folder).toString()
            if (kept.any { name == it || name.startsWith(it + '/') }) {
                return []
            }
            def stays = files.findAll { desktop.relativize(it).toString() - '.class' in kept }
            files - (stays ?: [files.min { (it.toString().endsWith('.class') ? 0 : 1) + it.toString() }])
        }
        unused.text = dropped.collect { '/java.desktop/' + desktop.relativize(it) }.sort().join('\n') + '\n'
    } finally {
        jdk.close()
    }
    unused
}

// Java reads its 150 certificate authorities at every check of a server, only to know whether that server's authority is one of
// them; a tenth of a run. Elsewhere, they are read only where they are what counts. What Java asks of such authorities
// beyond others, that no certificate is signed with SHA-1, the image asks of all.
def setAuthoritiesAside = {
    def security = new File(java, 'conf/security/java.security')
    def text = security.text
    def rule = 'SHA1 jdkCA & usage TLSServer'
    if (!text.contains(rule) || !new File(java, 'lib/security/cacerts').renameTo(new File(java, 'lib/security/authorities'))) {
        throw new MojoFailureException("The image's Java has no certificate authorities, or no rule for them, where others have: ${security}")
    }
    security.text = text.replace(rule, 'SHA1 usage TLSServer')
}

// Java reads these files at each start, and nearly all of them is remarks.
def leaveOutRemarks = {
    ['security/java.security', 'net.properties', 'logging.properties'].each {
        def settings = new File(java, "conf/${it}")
        settings.text = settings.readLines().findAll { it && !it.startsWith('#') }.join('\n') + '\n'
    }
}

def linkRuntime = {
    run([setting('image.jdk') + '/bin/jlink', '--output', java.path, '--add-modules', list('image.java.modules'),
         '--strip-debug', '--no-header-files', '--no-man-pages',
         // The layer is compressed as a whole, which makes it smaller than one of compressed classes.
         '--compress', 'zip-0', '--exclude-files', list('image.java.excluded'),
         '--exclude-resources=@' + unusedDesktop().path])
    new File(java, 'lib/classlist').delete()
    setAuthoritiesAside()
    leaveOutRemarks()
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

// Java reads arguments, variables and the names of files in the locale's encoding, and no option of its own changes that; without
// a locale it is ASCII, and what is not becomes question marks.
def copyLocale = {
    def locale = new File('/usr/lib/locale/C.utf8')
    if (!locale.directory) {
        throw new MojoFailureException("The image needs the locale C.UTF-8, which this machine lacks: ${locale}")
    }
    locale.eachFileRecurse { file ->
        def copy = new File(image, file.path)
        if (file.file) {
            copy.parentFile.mkdirs()
            Files.copy(file.toPath().toRealPath(), copy.toPath())
        }
    }
}

// The kernel starts java with the file's own path as the program's first argument: so it learns its name.
def launcher = '#!/app/java/bin/java @/app/launch.args\n'

// What a base image would bring.
def fillRoot = {
    def libraries = linkedLibraries()
    (libraries + hostLookup(libraries)).unique().each {
        def copy = new File(image, it.path)
        copy.parentFile.mkdirs()
        // The file itself where the path is a link: its other name is not in the image.
        Files.copy(it.toPath().toRealPath(), copy.toPath())
    }
    copyLocale()
    // Where consul-template's own image has it.
    write('bin/consul-template', launcher)
    write('etc/passwd', 'root:x:0:0:root:/:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/:/sbin/nologin\n')
    write('etc/group', 'root:x:0:\nnonroot:x:65532:\n')
    write('etc/nsswitch.conf', 'hosts: files dns\n')
    new File(image, 'tmp').mkdirs()
}

// The class path, from the image's root on: our own jars as one, and the libraries as another.
def jars = ['app/program.jar', 'app/libraries.jar']

def copyJars = {
    jars.each {
        def copy = new File(image, it)
        Files.copy(new File(project.build.directory, "image-jars/${copy.name}").toPath(), copy.toPath())
    }
}

// What the training runs loaded: classes first, because what is said of them afterwards counts only then. Sorted and without
// the numbers, so that the order in which threads came to load them changes nothing. What they had linked does not count: see
// ImageConstants.
def loaded = { File training ->
    def lists = []
    training.eachFileRecurse { if (it.name.endsWith('.classes')) { lists << it } }
    def lines = lists*.readLines().flatten()
            .findAll { !it.startsWith('#') && !it.contains(' source: ') }
            .collect { it.replaceFirst(/ id: \d+$/, '') }
            .unique()
    def kinds = ['', '@lambda-form-invoker', '@lambda-proxy']
    def kind = { line -> kinds.indexOf(line.startsWith('@') ? line.takeBefore(' ') : '') }
    // Loaded only where two threads meet at a lock, which is chance.
    def meetings = ['ForkJoinPool$ManagedBlocker', 'ForkJoinWorkerThread', 'locks/AbstractQueuedSynchronizer$ConditionNode',
                    'locks/AbstractQueuedSynchronizer$ExclusiveNode', 'locks/AbstractQueuedSynchronizer$Node',
                    'locks/AbstractQueuedSynchronizer$SharedNode'].collect { 'java/util/concurrent/' + it }
    (lines + meetings).findAll { kind(it) >= 0 }.unique().sort().sort { kind(it) }
}

// The words, by offset and size, in which two archives differ: of four bytes in the header, of eight behind it.
def differences = { ByteBuffer a, ByteBuffer b ->
    def header = 4096
    def words = [:]
    int at = 0
    while (at < a.capacity()) {
        int found = a.slice(at, a.capacity() - at).mismatch(b.slice(at, b.capacity() - at))
        if (found < 0) {
            break
        }
        int size = at + found < header ? 4 : 8
        int word = (at + found) & -size
        words[word] = size
        at = word + size
    }
    words
}

// Two archives from one list differ in nothing but the time, in milliseconds since the machine's start, at which soft
// references were made, and in the checksums over it (which Java compares only where it is told to). Both are set to zero.
def withoutClock = { first, second ->
    def a = ByteBuffer.wrap(first.bytes).order(ByteOrder.nativeOrder())
    def b = ByteBuffer.wrap(second.bytes).order(ByteOrder.nativeOrder())
    if (a.capacity() != b.capacity()) {
        throw new MojoFailureException("Two archives of the same classes have ${a.capacity()} and ${b.capacity()} bytes.")
    }
    differences(a, b).each { word, size ->
        if (size == 4) {
            a.putInt(word, 0)
        } else if (first.millis.containsWithinBounds(a.getLong(word)) && second.millis.containsWithinBounds(b.getLong(word))) {
            a.putLong(word, 0)
        } else {
            throw new MojoFailureException("Two archives of the same classes differ at byte ${word} in more than the time.")
        }
    }
    first.bytes
}

// An archive holds for these jars and this runtime, by their order, size and time: it is made from a copy that has Jib's
// time, one second past the epoch. It keeps the jars' paths: they begin at the image's root, where a container runs. Where they
// lead nowhere, Java looks for them at each class. Its classes are those that a run under each of the program's names loads.
def archiveClasses = {
    def training = new File(project.build.directory, 'image-training')
    training.deleteDir()
    jars.each {
        def copy = new File(training, it)
        copy.parentFile.mkdirs()
        Files.copy(new File(image, it).toPath(), copy.toPath())
        copy.lastModified = 1000
    }
    new File(java, 'lib/modules').lastModified = 1000
    def program = [java.path + '/bin/java'] + options() + ['-cp', jars.join(':')]
    // With one processor, the program prepares less.
    run([System.getProperty('java.home') + '/bin/java', '-cp', project.testClasspathElements.join(':'),
         setting('image.training.class'), training.path] + program + ['-XX:ActiveProcessorCount=2', setting('image.main.class')],
            [:], training)
    def union = new File(training, 'classes')
    union.text = loaded(training).join('\n') + '\n'
    run([program.first(), '-cp', (jars + new File(project.build.directory, 'test-classes').path).join(':'),
         setting('image.constants.class'), union.path], [:], training)
    // Only this collector can write the heap's part of an archive; every other can read it.
    def dump = program.collect { it == '-XX:+UseSerialGC' ? '-XX:+UseG1GC' : it } - '-Xshare:auto' +
            ['-Xshare:dump', '-XX:+AOTClassLinking', "-XX:SharedClassListFile=${union}".toString()]
    def dumped = [1, 2].collect { number ->
        def archive = new File(training, "classes-${number}.jsa")
        def from = System.nanoTime()
        run(dump + "-XX:SharedArchiveFile=${archive}".toString(), [:], training)
        [bytes: archive.bytes, millis: (from.intdiv(1_000_000)..System.nanoTime().intdiv(1_000_000))]
    }
    new File(image, 'app/classes.jsa').bytes = withoutClock(dumped[0], dumped[1])
}

def writeNames = {
    def archive = '-XX:SharedArchiveFile=/app/classes.jsa'
    write('app/launch.args',
            (options() + [archive, '-Djavax.net.ssl.trustStore=/app/java/lib/security/authorities', '-cp', jars.collect { '/' + it }.join(':'), setting('image.main.class')]).join('\n') + '\n')
    ['vault-renderer', 'consul-template', 'vault-kubernetes-authenticator'].each {
        write("usr/local/bin/${it}", launcher)
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
copyJars()
archiveClasses()
Files.copy(new File(project.build.directory, 'sbom.cdx.json').toPath(), new File(image, 'app/sbom.cdx.json').toPath())
if (setting('image.base') == 'scratch') {
    fillRoot()
}
writeNames()
