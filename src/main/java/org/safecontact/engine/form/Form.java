package org.safecontact.engine.form;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A form as the server checks it: the fields in the order in which people see them, groups opened.
 *
 * @param id the form's id, which diagrams refer to
 * @param fields the fields that take an answer
 */
record Form(String id, List<Field> fields) {

    Form {
        fields = List.copyOf(fields);
    }

    Map<String, Field> byKey() {
        return fields.stream().collect(Collectors.toMap(Field::key, Function.identity()));
    }
}
