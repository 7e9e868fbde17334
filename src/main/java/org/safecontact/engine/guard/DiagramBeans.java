package org.safecontact.engine.guard;

import java.util.AbstractMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safecontact.engine.InDiagrams;
import org.springframework.context.ApplicationContext;

/** The beans that a diagram may name, by bean name: those marked with {@link InDiagrams} and no other. */
public final class DiagramBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;
    private volatile Set<String> names;

    public DiagramBeans(ApplicationContext context) {
        this.context = context;
    }

    /** @return the names, in alphabetical order */
    public Set<String> names() {
        if (names == null) {
            names = new TreeSet<>(Set.of(context.getBeanNamesForAnnotation(InDiagrams.class)));
        }
        return names;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String text && names().contains(text);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names().stream()
                .map(name -> new SimpleImmutableEntry<Object, Object>(name, get(name)))
                .collect(Collectors.toSet());
    }
}
