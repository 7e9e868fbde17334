package org.safecontact.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which policy belongs to which to-do: the table {@code policy/to-dos.yaml}. */
@Component
class PoliciesOfToDos {

    private final Map<String, List<String>> toDos;

    PoliciesOfToDos() {
        try (InputStream table = new ClassPathResource("policy/to-dos.yaml").getInputStream()) {
            toDos = new YAMLMapper().readValue(table, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The to-dos of a policy, as the table has them. */
    List<String> toDosOf(RelatedPolicy policy) {
        return toDos.getOrDefault(policy.id(), List.of());
    }

    /** What belongs to a to-do, what it is about first. Whatever is done is recorded, so how to record belongs to each of them. */
    List<RelatedPolicy> of(String toDo) {
        List<RelatedPolicy> policies = new ArrayList<>(Arrays.stream(RelatedPolicy.values())
                .filter(policy -> toDosOf(policy).contains(toDo))
                .toList());
        if (!policies.contains(RelatedPolicy.RECORDING_AND_REPORTING)) {
            policies.add(RelatedPolicy.RECORDING_AND_REPORTING);
        }
        return policies;
    }
}
