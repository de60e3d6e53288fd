// Chooses, among the JDKs that maven-toolchains-plugin discovered, the one for the steps that need a newer JDK than Maven's own.
//
// Sets analysis.javac and analysis.plugin (Error Prone's compiler, or the plain one where no JDK is new enough), and
// image.jdk (home of the JDK that the image's runtime is linked from) where there is one.
import groovy.xml.XmlSlurper

def discovered = new XmlSlurper().parse(new File(project.build.directory, 'jdks.xml')).toolchain
def homes = discovered.collect { [major: (it.provides.version.text() =~ /^(\d+)/)[0][1] as int, home: it.configuration.jdkHome.text()] }
homes = homes.findAll { new File(it.home, 'bin/javac').exists() || new File(it.home, 'bin/javac.exe').exists() }

// The oldest that suffices: what the tools were tried with is nearer to the minimum than to the newest.
def atLeast = { int minimum -> homes.findAll { it.major >= minimum }.min { it.major }?.home }
def wanted = { String name -> project.properties[name] as int }

// An older javac dies of Error Prone's jars on its processor path, even when it is told not to use them. This runs in the
// first project, before Maven plans the others, so that what is taken out of their configuration here is not in the plan.
def withoutAnalysis = { configuration ->
    def paths = configuration?.getChild('annotationProcessorPaths')
    for (int i = (paths?.childCount ?: 0) - 1; i >= 0; i--) {
        if (paths.getChild(i).getChild('artifactId').value in ['error_prone_core', 'nullaway']) {
            paths.removeChild(i)
        }
    }
}

def analysis = atLeast(wanted('analysis.jdk.minimum'))
if (analysis) {
    project.properties['analysis.javac'] = analysis + '/bin/javac'
    project.properties['analysis.plugin'] = '-Xplugin:ErrorProne -Xep:NullAway:ERROR -XepOpt:NullAway:OnlyNullMarked=true'
    // A test that meets a null it did not expect fails as it should.
    project.properties['analysis.test.plugin'] = '-Xplugin:ErrorProne -Xep:NullAway:OFF'
} else {
    project.properties['analysis.javac'] = System.getProperty('java.home') + '/bin/javac'
    session.projects.collectMany { it.build.plugins }.findAll { it.artifactId == 'maven-compiler-plugin' }.each { plugin ->
        withoutAnalysis(plugin.configuration)
        plugin.executions.each { withoutAnalysis(it.configuration) }
    }
    // An argument has to stand here: one that changes nothing.
    project.properties['analysis.plugin'] = '-Xlint:-options'
    project.properties['analysis.test.plugin'] = '-Xlint:-options'
    if (project.isExecutionRoot()) {
        log.warn("Static analysis (Error Prone, NullAway) is left out: it needs a JDK ${wanted('analysis.jdk.minimum')} or newer, and none is installed.")
    }
}

def image = atLeast(wanted('image.jdk.minimum'))
if (image) {
    project.properties['image.jdk'] = image
} else if (project.properties['image.jdk.required'] == 'true') {
    throw new org.apache.maven.plugin.MojoFailureException("The image needs a JDK ${wanted('image.jdk.minimum')} or newer (its jlink makes the image's runtime)," +
            ' and none is installed: install one beside the JDK that runs Maven, or name it in ~/.m2/toolchains.xml.')
}
