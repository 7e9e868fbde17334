package org.safecontact.incident;

import java.util.List;

/**
 * What a to-do serves beside the report under which it stands: a look after a child may be because of several reports (practice, section
 * 3). Implemented by the room whose to-do it is, asked here; who may see which of them is asked by whoever shows it.
 */
public interface ServedTogether {

    /** Open reports, without that one itself, that a to-do with this key serves too when it stands under that report. */
    List<String> also(String reference, String toDo);

    /** Other reports under which to-dos may stand that serve this one. */
    List<String> under(String reference);
}
