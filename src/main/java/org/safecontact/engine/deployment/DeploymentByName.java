package org.safecontact.engine.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys what stands in {@code processes/} and {@code forms/} under the path that a reader sees in the repository.
 *
 * <p>Stock names resources by the absolute path of the checkout or, in the packaged jar, by the bare file name: a
 * moved directory then looks like a new version of every process. With one stable name in both packagings an
 * unchanged file stays the version it was.
 */
@Component
public class DeploymentByName extends DefaultDeploymentConfiguration {

    private static final String[] PATTERNS = {
        "classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.form"
    };

    private static final String[] FOLDERS = {"/processes/", "/forms/"};

    /** @return every process, decision and form of the product, in a fixed order */
    @Override
    public Set<Resource> getDeploymentResources() {
        var resolver = new PathMatchingResourcePatternResolver();
        var byName = new TreeMap<String, Resource>(Comparator.naturalOrder());
        try {
            for (String pattern : PATTERNS) {
                for (Resource resource : resolver.getResources(pattern)) {
                    String name = nameOf(resource.getURL().toString());
                    byName.putIfAbsent(name, new NamedResource(resource, name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The processes and forms of the product cannot be read", e);
        }
        return new LinkedHashSet<>(byName.values());
    }

    static String nameOf(String url) {
        int start = -1;
        for (String folder : FOLDERS) {
            start = Math.max(start, url.lastIndexOf(folder));
        }
        if (start < 0) {
            throw new IllegalStateException("Not a file of processes/ or forms/: " + url);
        }
        return url.substring(start + 1);
    }
}
