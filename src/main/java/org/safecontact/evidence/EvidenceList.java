package org.safecontact.evidence;

import java.util.List;

/** Everything about the evidence of a case: items and files by number, the ledger oldest first. */
public record EvidenceList(List<EvidenceItem> items, List<EvidenceFile> files, List<Touch> custody) {}
