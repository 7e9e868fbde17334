package org.safecontact.handle;

import java.util.Locale;
import java.util.regex.Pattern;

/** What stands in stories, looks like a name in an app, and is none. */
final class NoNameInStory {

    /** Things with a number of theirs, files of a camera, postcodes, and where somebody writes <i>@</i> for at. */
    private static final Pattern NONE = Pattern.compile(
            "(?:iphone|ipad|ipod|galaxy|pixel|nokia|huawei|fifa|fc|nba|gta|xbox|playstation|nintendo|windows|android|ios|covid|year|room|flat|house"
                    + "|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}\\d+\\p{L}*"
                    + "|(?:img|vid|dsc|pxl|screenshot|recording)_.*"
                    + "|[a-z]{1,2}\\d[a-z\\d]?\\d[a-z]{2}"
                    + "|@(?:home|school|college|work|night|weekend|weekends|lunch|park|town|mine|yours|mums|dads|nans|gmail|hotmail|outlook)");

    /** Days and hours, whose digits may look like a number to ring. */
    private static final Pattern TIMES =
            Pattern.compile("\\b\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\b|\\b\\d{1,2}[.:]\\d{2}\\b");

    /** Free and shared numbers of the United Kingdom: help lines, offices, the police. */
    private static final Pattern PUBLIC = Pattern.compile("\\+44(?:80|3).*");

    private NoNameInStory() {}

    static String withoutTimes(String written) {
        return TIMES.matcher(written).replaceAll(";");
    }

    static boolean isPublic(Handle handle) {
        return PUBLIC.matcher(handle.name()).matches();
    }

    static boolean says(String written) {
        return NONE.matcher(written.toLowerCase(Locale.ROOT)).matches();
    }
}
