"""The window: asks `app.services`, shows `app.domain` records, knows no database and no PDF library."""
