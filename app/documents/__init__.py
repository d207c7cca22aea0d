"""The only place that knows ReportLab: shareable values in, bytes out."""
