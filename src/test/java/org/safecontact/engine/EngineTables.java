package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every column of every table of the engine, searched for words. */
public final class EngineTables {

    private EngineTables() {}

    /** The tables that hold any of the words: as text, or as it looks in a column of bytes. */
    public static List<String> with(Collection<String> words, JdbcClient database) {
        String[] patterns = words.stream()
                .flatMap(word -> Stream.of(word, HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8))))
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
        List<String> found = new ArrayList<>();
        List<String> tables = database.sql(
                        "select table_name from information_schema.tables where table_name like 'act\\_%'")
                .query(String.class)
                .list();
        assertThat(tables).hasSizeGreaterThan(40);
        for (String table : tables) {
            long rows = database.sql("select count(*) from " + table + " t where t::text like any (?)")
                    .param(patterns)
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.add(table.toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }
}
