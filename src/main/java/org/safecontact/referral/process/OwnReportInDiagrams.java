package org.safecontact.referral.process;

import java.util.Date;
import org.safecontact.engine.InDiagrams;
import org.safecontact.referral.AbuseReports;
import org.springframework.stereotype.Component;

/** What the diagram {@code own-report} asks: by when. */
@Component("ownReport")
@InDiagrams
public class OwnReportInDiagrams {

    private final AbuseReports reports;

    OwnReportInDiagrams(AbuseReports reports) {
        this.reports = reports;
    }

    /** Within one working day (house default). */
    public Date madeBy() {
        return Date.from(reports.due());
    }
}
