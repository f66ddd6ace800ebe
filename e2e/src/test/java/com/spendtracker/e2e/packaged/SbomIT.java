package com.spendtracker.e2e.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every artifact says in a CycloneDX document what it is made of, and leaves nothing out. */
@DisabledIfSystemProperty(
        named = "e2e.base-url",
        matches = ".+",
        disabledReason = "What already runs was packaged elsewhere")
class SbomIT {
    private static final Path ROOT = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("..")
            .normalize();
    private static final String DOCUMENT = "META-INF/sbom/application.cdx.json";
    private static final String SITE_DOCUMENT = "META-INF/sbom/site.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db/target/db-exec.jar",
                "auth-service/target/auth-service.jar",
                "analytics-service/target/analytics-service.jar",
                "gateway/target/gateway.jar",
                "web-ui/target/web-ui.jar"
            })
    void jarOfJarsWhenOpenedThenEachJarInItIsListed(String artifact) throws IOException {
        try (JarFile jar = open(artifact)) {
            Map<String, String> held = new TreeMap<>();
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar")) {
                    try (InputStream library = jar.getInputStream(entry)) {
                        held.put(entry.getName().substring(LIBRARIES.length()), sha256(library));
                    }
                }
            }

            assertListed(jar, artifact, held);
        }
    }

    @Test
    void launcherWhenOpenedThenEachJarBesideItIsListed() throws IOException {
        String artifact = "local-stack/target/local-stack.jar";
        try (JarFile jar = open(artifact)) {
            String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            Map<String, String> held = new TreeMap<>();
            for (String name : List.of(classPath.split(" ", -1))) {
                Path library = ROOT.resolve(artifact).resolveSibling(name);
                try (InputStream content = Files.newInputStream(library)) {
                    held.put(String.valueOf(library.getFileName()), sha256(content));
                }
            }

            assertListed(jar, artifact, held);
        }
    }

    @Test
    void siteWhenPackagedThenWhatItDependsOnIsListed() throws IOException {
        try (JarFile jar = open("web-ui/target/web-ui.jar")) {
            Map<String, String> listed = new TreeMap<>();
            for (JsonNode component : components(jar, SITE_DOCUMENT)) {
                String name = component.required("name").stringValue();
                String group = component.path("group").stringValue("");
                listed.put(
                        group.isEmpty() ? name : group + "/" + name,
                        component.required("version").stringValue());
            }
            Map<String, String> wanted = new TreeMap<>();
            JsonMapper.shared()
                    .readTree(ROOT.resolve("web-ui/package.json"))
                    .required("dependencies")
                    .forEachEntry((name, version) -> wanted.put(name, version.stringValue()));

            assertThat(wanted).isNotEmpty();
            assertThat(listed).containsAllEntriesOf(wanted);
        }
    }

    /** By name, version and content: a list that belongs to another build is found too. */
    private static void assertListed(JarFile jar, String artifact, Map<String, String> held) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (JsonNode component : components(jar, DOCUMENT)) {
            listed.put(fileName(component), sha256(component));
        }
        assertThat(held).as("what is in " + artifact).isNotEmpty();
        assertThat(listed).as("what " + artifact + " says of itself").containsAllEntriesOf(held);
    }

    private static JarFile open(String artifact) throws IOException {
        Path file = ROOT.resolve(artifact);
        assertThat(file).as("what ./mvnw verify has packaged").isRegularFile();
        return new JarFile(file.toFile());
    }

    private static JsonNode components(JarFile jar, String document) throws IOException {
        JarEntry entry = jar.getJarEntry(document);
        assertThat(entry).as(document + " in " + jar.getName()).isNotNull();
        try (InputStream content = jar.getInputStream(entry)) {
            JsonNode bom = JsonMapper.shared().readTree(content);
            assertThat(bom.required("bomFormat").stringValue()).isEqualTo("CycloneDX");
            return bom.required("components");
        }
    }

    /** As Maven names it: one version of a library can come in several files, told apart by a classifier. */
    private static String fileName(JsonNode component) {
        Matcher classifier = CLASSIFIER.matcher(component.required("purl").stringValue());
        return component.required("name").stringValue()
                + "-"
                + component.required("version").stringValue()
                + (classifier.find() ? "-" + classifier.group(1) : "")
                + ".jar";
    }

    private static String sha256(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.required("alg").stringValue().equals("SHA-256")) {
                return hash.required("content").stringValue();
            }
        }
        return "";
    }

    private static String sha256(InputStream content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[64 * 1024];
            for (int length = content.read(part); length >= 0; length = content.read(part)) {
                digest.update(part, 0, length);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
