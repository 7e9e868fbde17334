package org.safecontact.models;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safecontact.SafeContactApplication;
import org.safecontact.engine.InDiagrams;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** What an expression in a diagram calls, and which beans the product has. */
final class Expressions {

    private static final Pattern INNER = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern CALLED = Pattern.compile("(?<![.\\w])([A-Za-z_]\\w*)\\s*\\.");
    private static final Pattern ALONE = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*");

    /** What the engine itself puts in scope. */
    private static final Set<String> GIVEN = Set.of("execution", "task", "caseExecution", "loopCounter");

    private Expressions() {}

    /** Names before a dot in an expression, without what the engine gives: the beans that it calls. */
    static Set<String> beansCalledIn(String expression) {
        Set<String> names = new TreeSet<>();
        Matcher inner = INNER.matcher(expression);
        while (inner.find()) {
            Matcher called = CALLED.matcher(TEXT.matcher(inner.group(1)).replaceAll("''"));
            while (called.find()) {
                if (!GIVEN.contains(called.group(1))) {
                    names.add(called.group(1));
                }
            }
        }
        return names;
    }

    /** The bean that a delegate expression of the form <code>${name}</code> names. */
    static Set<String> delegateIn(String expression) {
        Matcher inner = INNER.matcher(expression);
        Set<String> names = new TreeSet<>();
        while (inner.find()) {
            Matcher alone = ALONE.matcher(inner.group(1));
            if (alone.matches()) {
                names.add(alone.group(1));
            }
        }
        names.addAll(beansCalledIn(expression));
        return names;
    }

    /** Names of the beans that the product opens to diagrams ({@link InDiagrams}), without starting it. */
    static Set<String> beansOfTheProduct() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        AnnotationBeanNameGenerator names = new AnnotationBeanNameGenerator();
        SimpleBeanDefinitionRegistry none = new SimpleBeanDefinitionRegistry();
        return scan.findCandidateComponents(SafeContactApplication.class.getPackageName()).stream()
                .flatMap(found -> {
                    Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
                    Set<String> here = new TreeSet<>();
                    if (type.isAnnotationPresent(InDiagrams.class)) {
                        here.add(names.generateBeanName(found, none));
                    }
                    Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(Bean.class))
                            .filter(method -> method.isAnnotationPresent(InDiagrams.class)
                                    || method.getReturnType().isAnnotationPresent(InDiagrams.class))
                            .forEach(method -> {
                                String[] given =
                                        method.getAnnotation(Bean.class).value();
                                here.addAll(given.length > 0 ? Set.of(given) : Set.of(method.getName()));
                            });
                    return here.stream();
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
