<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Not a medical device; not for diagnosis or treatment decisions</source>
        <translation>医療機器ではありません。診断・治療の判断には使用できません</translation>
    </message>
    <message>
        <source>About Dayline</source>
        <translation>Daylineについて</translation>
    </message>
    <message>
        <source>Dayline {version}</source>
        <translation>Dayline {version}</translation>
    </message>
    <message>
        <source>Shows one patient&apos;s course: events, values and findings on one cursor. It never draws a number that nobody measured. It works without a network and sends nothing anywhere.</source>
        <translation>1人の患者の経過を表示します。イベント・検査値・所見を1つのカーソルでたどれます。測定されていない数値は描きません。ネットワークなしで動作し、どこにも何も送信しません。</translation>
    </message>
    <message>
        <source>Built with:</source>
        <translation>使用ライブラリ・フォント：</translation>
    </message>
</context>
<context>
    <name>About picture</name>
    <message>
        <source>About this picture</source>
        <translation>この画像について</translation>
    </message>
    <message>
        <source>Text may stand in the pixels, such as a name. It cannot be removed here: look at the pictures before you show them or pass them on.</source>
        <translation>氏名などの文字が画素に焼き込まれていることがあります。ここでは取り除けません。見せたり渡したりする前に画像を確認してください。</translation>
    </message>
    <message>
        <source>Show the patient’s name, number and date of birth</source>
        <translation>患者の氏名・番号・生年月日を表示</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>読み取れないもの</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>画素の大きさ</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Values in</source>
        <translation>値の単位</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>{x} × {y} mm</source>
        <translation>{x} × {y} mm</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
</context>
<context>
    <name>AddImages</name>
    <message>
        <source>Add images</source>
        <translation>画像を追加</translation>
    </message>
    <message>
        <source>Files looked at</source>
        <translation>調べたファイル</translation>
    </message>
    <message>
        <source>Remarks and problems</source>
        <translation>備考と問題</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>{done} of {count} files looked at</source>
        <translation>{count}件中{done}件のファイルを調べました</translation>
    </message>
    <message>
        <source>Series found: {count}.</source>
        <translation>見つかったシリーズ：{count}件。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>Text may be burned into these pictures, such as the patient&apos;s name. It cannot be removed, and is seen wherever they are shown.</source>
        <translation>これらの画像には患者名などの文字が焼き込まれている可能性があります。文字は取り除けず、画像を表示するすべての場所で見えます。</translation>
    </message>
    <message>
        <source>Tick all series, or at most {most} of a study.</source>
        <translation>シリーズをすべて選ぶか、1検査につき{most}件までにしてください。</translation>
    </message>
    <message>
        <source>Tick what is to be added.</source>
        <translation>追加するものにチェックを入れてください。</translation>
    </message>
    <message>
        <source>Give each study a title and a modality.</source>
        <translation>各検査に題名とモダリティを入力してください。</translation>
    </message>
    <message>
        <source>Say when it was made: {title}</source>
        <translation>撮影日を指定してください：{title}</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最後の日が最初の日より前です。</translation>
    </message>
    <message>
        <source>{title} lies outside the days of this course. It is added, but the timeline cannot show it.</source>
        <translation>{title}はこの経過の期間外です。追加されますが、タイムラインには表示できません。</translation>
    </message>
    <message>
        <source>Files that are no pictures: {count}.</source>
        <translation>画像でないファイル：{count}件。</translation>
    </message>
    <message>
        <source>Studies and series</source>
        <translation>検査とシリーズ</translation>
    </message>
    <message>
        <source>Study and series</source>
        <translation>検査とシリーズ</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像数</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>localizer</source>
        <translation>位置決め画像</translation>
    </message>
    <message>
        <source>single pictures</source>
        <translation>単独の画像</translation>
    </message>
    <message>
        <source>PNG or JPEG</source>
        <translation>PNGまたはJPEG</translation>
    </message>
    <message>
        <source>with remarks</source>
        <translation>備考あり</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>題名なし</translation>
    </message>
    <message>
        <source>Choose the folder that the images are in</source>
        <translation>画像のあるフォルダーを選択</translation>
    </message>
    <message>
        <source>There is no case in what was dropped. To add images to a case, open the case first, then drop them again.</source>
        <translation>ドロップしたものに症例はありません。症例に画像を追加するには、先に症例を開いてから、もう一度ドロップしてください。</translation>
    </message>
    <message>
        <source>Drop one folder, or files of one folder.</source>
        <translation>フォルダー1つ、または1つのフォルダー内のファイルをドロップしてください。</translation>
    </message>
    <message>
        <source>What is hidden now, with the later days, is kept, too.</source>
        <translation>以降の日とともに隠れているものも保存されています。</translation>
    </message>
    <message>
        <source>Only its author can say where the images are now.</source>
        <translation>画像の現在の場所を指定できるのは作成者だけです。</translation>
    </message>
    <message>
        <source>Choose the folder that the images are in now</source>
        <translation>現在画像のあるフォルダーを選択</translation>
    </message>
    <message>
        <source>Find images</source>
        <translation>画像の場所を指定</translation>
    </message>
    <message>
        <source>on day</source>
        <translation>その日</translation>
    </message>
    <message>
        <source>about day</source>
        <translation>およその日</translation>
    </message>
    <message>
        <source>between days</source>
        <translation>期間内</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Day, or first day</source>
        <translation>日、または最初の日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後の日</translation>
    </message>
    <message>
        <source>and</source>
        <translation>から</translation>
    </message>
    <message>
        <source>May be shown from that day on</source>
        <translation>その日以降は表示してよい</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>モダリティ</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>撮影日</translation>
    </message>
    <message>
        <source>Dated {date}; the case does not say which day that is</source>
        <translation>日付は{date}。症例には何病日にあたるかの記載がありません</translation>
    </message>
    <message>
        <source>{date} = {day}</source>
        <translation>{date} = {day}</translation>
    </message>
</context>
<context>
    <name>AnnotationExport</name>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>印</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結論</translation>
    </message>
    <message>
        <source>Added event</source>
        <translation>追加されたイベント</translation>
    </message>
    <message>
        <source>Added value</source>
        <translation>追加された値</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>返信</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>解決済み</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>再検討</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>Measurement on a picture</source>
        <translation>画像上の計測</translation>
    </message>
    <message>
        <source>Added study</source>
        <translation>追加された検査</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>異論</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>済み</translation>
    </message>
    <message>
        <source>Annotations: {case}</source>
        <translation>注記：{case}</translation>
    </message>
    <message>
        <source>Outcome of the conference</source>
        <translation>カンファレンスの結論</translation>
    </message>
    <message>
        <source>On no day</source>
        <translation>日付なし</translation>
    </message>
    <message>
        <source>There are no annotations.</source>
        <translation>注記はありません。</translation>
    </message>
    <message>
        <source>what it answers is no longer there</source>
        <translation>返信先はもうありません</translation>
    </message>
    <message>
        <source>Days apart: {count}</source>
        <translation>間隔：{count}日</translation>
    </message>
    <message>
        <source>where its pictures lie is not told</source>
        <translation>画像の保存場所は含めない</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Start (days from day zero)</source>
        <translation>開始（起点からの日数）</translation>
    </message>
    <message>
        <source>End (days from day zero)</source>
        <translation>終了（起点からの日数）</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Question asked</source>
        <translation>検討事項</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定事項</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>返信先</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Changed at</source>
        <translation>変更日時</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>線</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>長方形</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>楕円</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多角形</translation>
    </message>
    <message>
        <source>Length {number} mm</source>
        <translation>長さ {number} mm</translation>
    </message>
    <message>
        <source>Angle {number}°</source>
        <translation>角度 {number}°</translation>
    </message>
    <message>
        <source>{shape} {number} mm²</source>
        <translation>{shape} {number} mm²</translation>
    </message>
    <message>
        <source>mean {number}</source>
        <translation>平均 {number}</translation>
    </message>
    <message>
        <source>SD {number}</source>
        <translation>標準偏差 {number}</translation>
    </message>
    <message>
        <source>diameter of lesion {name}</source>
        <translation>病変「{name}」の径</translation>
    </message>
    <message>
        <source>short axis of lymph node {name}</source>
        <translation>リンパ節「{name}」の短径</translation>
    </message>
    <message>
        <source>on a picture</source>
        <translation>画像上</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>検出器面上</translation>
    </message>
    <message>
        <source>{shape}, size not known</source>
        <translation>{shape}（大きさは不明）</translation>
    </message>
</context>
<context>
    <name>Annotations</name>
    <message>
        <source>Parts of the notes could not be read: {count}.</source>
        <translation>読めなかった注記があります：{count}件。</translation>
    </message>
    <message>
        <source>The folder of the case cannot be written to; your annotations are kept in {path}.</source>
        <translation>症例のフォルダに書き込めません。注記は{path}に保存しています。</translation>
    </message>
    <message>
        <source>What you type cannot be kept as a draft: {reason}.</source>
        <translation>入力中の内容を下書きとして保存できません：{reason}。</translation>
    </message>
    <message>
        <source>Something that you typed at {time} was not finished.</source>
        <translation>{time}に入力した内容が途中のままです。</translation>
    </message>
    <message>
        <source>What you typed was given up.</source>
        <translation>入力した内容を破棄しました。</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Only its author can change it. Reply to it instead.</source>
        <translation>変更できるのは作成者だけです。返信で書いてください。</translation>
    </message>
    <message>
        <source>It was removed for good.</source>
        <translation>完全に消去されています。</translation>
    </message>
    <message>
        <source>Restore {kind}</source>
        <translation>復元：{kind}</translation>
    </message>
    <message>
        <source>It was deleted. Its author can restore it.</source>
        <translation>削除されています。作成者が元に戻せます。</translation>
    </message>
    <message>
        <source>Choose an annotation first.</source>
        <translation>先に注記を選んでください。</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>解決にする</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>未解決に戻す</translation>
    </message>
    <message>
        <source>Delete {kind}</source>
        <translation>削除：{kind}</translation>
    </message>
    <message>
        <source>Remove this text for good? It goes from the file and from the history, only that something was removed stays, and it cannot be undone. Copies that others have made of the file are not changed.</source>
        <translation>この文章を完全に消しますか。ファイルからも履歴からも消え、消したことだけが残ります。元に戻せません。ほかの人が作ったファイルの写しは変わりません。</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>完全に消す</translation>
    </message>
    <message>
        <source>M puts a second cursor; the period lies between.</source>
        <translation>Mキーで第2カーソルを置くと、その間が期間になります。</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新しいイベント</translation>
    </message>
    <message>
        <source>The case has no series that a value could belong to.</source>
        <translation>この症例には、値を加えられる検査項目がありません。</translation>
    </message>
    <message>
        <source>M puts a second cursor; the distance lies between.</source>
        <translation>Mキーで第2カーソルを置くと、その間の日数を残せます。</translation>
    </message>
    <message>
        <source>Keep distance</source>
        <translation>日数を残す</translation>
    </message>
    <message>
        <source>Select an event or another part first.</source>
        <translation>先にイベントなどを選んでください。</translation>
    </message>
    <message>
        <source>Unmark: {mark}</source>
        <translation>印を外す：{mark}</translation>
    </message>
    <message>
        <source>Mark: {mark}</source>
        <translation>印を付ける：{mark}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>{count} deleted</source>
        <translation>削除済み {count} 件</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{count}件中{shown}件</translation>
    </message>
    <message>
        <source>{count}, {new} new</source>
        <translation>{count}件、新着{new}件</translation>
    </message>
    <message>
        <source>Choose an annotation to read it whole.</source>
        <translation>注記を選ぶと全文を読めます。</translation>
    </message>
    <message>
        <source>No annotations yet. N writes a note on what is selected, or on the cursor&apos;s day; Shift and drag on the chart marks a period.</source>
        <translation>注記はまだありません。Nキーで、選択中のもの、またはカーソルの日にメモを書けます。Shiftを押しながらチャートをドラッグすると期間にメモを付けられます。</translation>
    </message>
    <message>
        <source>Change {kind}</source>
        <translation>変更：{kind}</translation>
    </message>
    <message>
        <source>Add {kind}</source>
        <translation>追加：{kind}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Keep it (Ctrl+Enter)</source>
        <translation>保存する（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取りやめ</translation>
    </message>
    <message>
        <source>Give up what was typed (Esc)</source>
        <translation>入力を破棄する（Esc）</translation>
    </message>
    <message>
        <source>Day, or first day</source>
        <translation>日、または最初の日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後の日</translation>
    </message>
    <message>
        <source>Markdown: *italic*, **bold**, - list</source>
        <translation>Markdown：*斜体*、**太字**、- 箇条書き</translation>
    </message>
    <message>
        <source>With commas between</source>
        <translation>コンマで区切る</translation>
    </message>
    <message>
        <source>May be shown from day</source>
        <translation>次の日から表示してよい</translation>
    </message>
    <message>
        <source>May be shown from this day on</source>
        <translation>この日から表示してよい</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>レーン</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Title of the study</source>
        <translation>検査の名称</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問い</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Say what happened.</source>
        <translation>何があったかを入力してください。</translation>
    </message>
    <message>
        <source>Give the study a title.</source>
        <translation>検査に名称を付けてください。</translation>
    </message>
    <message>
        <source>Type the value as a number, such as 5.4.</source>
        <translation>値は5.4のような数で入力してください。</translation>
    </message>
    <message>
        <source>The period ends in the moment it begins in.</source>
        <translation>期間の始まりと終わりが同じ時点です。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最後の日が最初の日より前です。</translation>
    </message>
    <message>
        <source>There are too many tags: {count} of at most {most}.</source>
        <translation>タグが多すぎます：{count} 個（最大 {most} 個）。</translation>
    </message>
    <message>
        <source>It is too long: at most 20,000 letters, tags 100 each.</source>
        <translation>長すぎます。本文は20,000字まで、タグは100字までです。</translation>
    </message>
    <message>
        <source>{field}: {count} letters are too many; {most} can be kept.</source>
        <translation>{field}：{count} 文字は長すぎます。保存できるのは {most} 文字までです。</translation>
    </message>
    <message>
        <source>Filter: words that a row must hold</source>
        <translation>絞り込み：行に含まれる語</translation>
    </message>
    <message>
        <source>Filter the annotations</source>
        <translation>注記を絞り込む</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新着</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未解決</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>解決済み</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>すべての状態</translation>
    </message>
    <message>
        <source>Any author</source>
        <translation>すべての作成者</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>すべてのタグ</translation>
    </message>
    <message>
        <source>Period {letter}</source>
        <translation>期間{letter}</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>表示中の範囲</translation>
    </message>
    <message>
        <source>Whole course</source>
        <translation>全経過</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更日時</translation>
    </message>
    <message>
        <source>Removed for good</source>
        <translation>完全に消去済み</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>解決済み</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>返信1件</translation>
    </message>
    <message>
        <source>{count} replies</source>
        <translation>返信{count}件</translation>
    </message>
    <message>
        <source>changed {time}</source>
        <translation>{time}に変更</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新着</translation>
    </message>
    <message>
        <source>may be shown from day {day} on (from day zero)</source>
        <translation>起点から{day}日以降に表示してよい</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>選択中</translation>
    </message>
    <message>
        <source>deleted {time}</source>
        <translation>{time} に削除</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>返信</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>履歴…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Purge…</source>
        <translation>完全に消す…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>印</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>検討結果</translation>
    </message>
    <message>
        <source>Added event</source>
        <translation>追加イベント</translation>
    </message>
    <message>
        <source>Added value</source>
        <translation>追加の値</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>未解決に戻した</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>Measurement on a picture</source>
        <translation>画像上の計測</translation>
    </message>
    <message>
        <source>Added study</source>
        <translation>追加された検査</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>異議</translation>
    </message>
    <message>
        <source>added by {name}</source>
        <translation>{name}が追加</translation>
    </message>
    <message>
        <source>a picture that is not here</source>
        <translation>ここにない画像</translation>
    </message>
    <message>
        <source>the whole case</source>
        <translation>症例全体</translation>
    </message>
    <message>
        <source>a note that is not here</source>
        <translation>ここにないメモ</translation>
    </message>
    <message>
        <source>a note that was deleted</source>
        <translation>削除された注記</translation>
    </message>
    <message>
        <source>something that the case no longer has</source>
        <translation>症例にもうないもの</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown文書 (*.md)</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>表計算 (*.csv)</translation>
    </message>
    <message>
        <source>Web annotations (*.jsonld)</source>
        <translation>Web注記 (*.jsonld)</translation>
    </message>
    <message>
        <source>Export annotations</source>
        <translation>注記を書き出す</translation>
    </message>
    <message>
        <source>{path} is there already. Replace it?</source>
        <translation>{path} はすでにあります。置き換えますか？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>{path}に書き出しました。</translation>
    </message>
    <message>
        <source>{path} was not written: {reason}.</source>
        <translation>{path}を書き込めませんでした：{reason}。</translation>
    </message>
    <message>
        <source>Annotations (*.journal *.jsonld *.json)</source>
        <translation>注記 (*.journal *.jsonld *.json)</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>注記を読み込む</translation>
    </message>
    <message>
        <source>Annotations taken in: {new}; known before: {known}.</source>
        <translation>読み込んだ注記：{new}件、既にある注記：{known}件。</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>メモを書く</translation>
    </message>
</context>
<context>
    <name>Author</name>
    <message>
        <source>Your name could not be kept: {reason}.</source>
        <translation>名前を保存できませんでした：{reason}。</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Your name stands beside what you write. It is kept on this computer and in the notes of the cases that you annotate.</source>
        <translation>名前は書いた内容の横に表示されます。このコンピュータと、注記した症例の注記ファイルに保存されます。</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名前：</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>丸</translation>
    </message>
    <message>
        <source>square</source>
        <translation>四角</translation>
    </message>
    <message>
        <source>diamond</source>
        <translation>ひし形</translation>
    </message>
    <message>
        <source>hexagon</source>
        <translation>六角形</translation>
    </message>
    <message>
        <source>{name}: {shape} with {initial}</source>
        <translation>{name}：{initial} の{shape}</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>フォルダーを開く(&amp;F)…</translation>
    </message>
    <message>
        <source>Open the &amp;Insulinoma Case</source>
        <translation>インスリノーマの症例を開く(&amp;I)</translation>
    </message>
    <message>
        <source>Open the S&amp;ynthetic Course</source>
        <translation>合成データの経過を開く(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Add Images…</source>
        <translation>画像を追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy What Was Going On</source>
        <translation>当日の経過をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>次を検索(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>前を検索(&amp;P)</translation>
    </message>
    <message>
        <source>Fit the &amp;Whole Course</source>
        <translation>全経過を表示(&amp;W)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Zoom to &amp;Selection</source>
        <translation>選択部分に合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>Zoom to &amp;Lane of Selection</source>
        <translation>選択した行の範囲に拡大(&amp;L)</translation>
    </message>
    <message>
        <source>Zoom to &amp;Period…</source>
        <translation>期間に拡大(&amp;P)…</translation>
    </message>
    <message>
        <source>Move View to Ea&amp;rlier Days</source>
        <translation>表示を前へ移動(&amp;R)</translation>
    </message>
    <message>
        <source>Move View to La&amp;ter Days</source>
        <translation>表示を後へ移動(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Back to Earlier View</source>
        <translation>前の表示範囲に戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Forward to Later &amp;View</source>
        <translation>次の表示範囲に進む(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Fold Long Gaps</source>
        <translation>長い空白をたたむ(&amp;F)</translation>
    </message>
    <message>
        <source>Show Folded &amp;Days</source>
        <translation>たたんだ日を表示(&amp;D)</translation>
    </message>
    <message>
        <source>F&amp;ilter…</source>
        <translation>絞り込み(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Clear Filter</source>
        <translation>絞り込みを解除(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Hide after This Day</source>
        <translation>この日より先を隠す(&amp;H)</translation>
    </message>
    <message>
        <source>Show &amp;All Days</source>
        <translation>全病日を表示(&amp;A)</translation>
    </message>
    <message>
        <source>Day N, from &amp;0</source>
        <translation>第0病日から数える(&amp;0)</translation>
    </message>
    <message>
        <source>Day N, from &amp;1</source>
        <translation>第1病日から数える(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;Illness Day</source>
        <translation>病日（原典の数え方）(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Hospital Day</source>
        <translation>入院日数(&amp;H)</translation>
    </message>
    <message>
        <source>Calendar &amp;Date</source>
        <translation>日付(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Age</source>
        <translation>年齢(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Count Days from Selected Event</source>
        <translation>選択したイベントから数える(&amp;C)</translation>
    </message>
    <message>
        <source>Count Days from Day &amp;Zero</source>
        <translation>起点日から数える(&amp;Z)</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全画面表示(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Next Theme</source>
        <translation>次のテーマ(&amp;N)</translation>
    </message>
    <message>
        <source>Other &amp;Units</source>
        <translation>別の単位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Next Scale</source>
        <translation>次の目盛り(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Shared Axis</source>
        <translation>縦軸を共通にする(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Overlay</source>
        <translation>重ねて表示(&amp;O)</translation>
    </message>
    <message>
        <source>Axis &amp;Follows the Window</source>
        <translation>縦軸を表示範囲に合わせる(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Glucose</source>
        <translation>血糖(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Reset Panels</source>
        <translation>パネル配置を元に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Collapse Lane of Selection</source>
        <translation>選択中のレーンをたたむ(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Expand Lane of Selection</source>
        <translation>選択中のレーンを開く(&amp;E)</translation>
    </message>
    <message>
        <source>C&amp;ollapse All Lanes</source>
        <translation>すべてのレーンをたたむ(&amp;O)</translation>
    </message>
    <message>
        <source>E&amp;xpand All Lanes</source>
        <translation>すべてのレーンを開く(&amp;X)</translation>
    </message>
    <message>
        <source>Move Lane &amp;Up</source>
        <translation>レーンを上へ(&amp;U)</translation>
    </message>
    <message>
        <source>Move Lane &amp;Down</source>
        <translation>レーンを下へ(&amp;D)</translation>
    </message>
    <message>
        <source>Lanes in the Order of the C&amp;ase</source>
        <translation>症例の並び順に戻す(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Hide Lane of Selection</source>
        <translation>選択中のレーンを隠す(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Show All Lanes</source>
        <translation>すべてのレーンを表示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Previous Event</source>
        <translation>前のイベント(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Event</source>
        <translation>次のイベント(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;First Event</source>
        <translation>最初のイベント(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last Event</source>
        <translation>最後のイベント(&amp;L)</translation>
    </message>
    <message>
        <source>Previous Lo&amp;w Episode</source>
        <translation>前の低血糖エピソード(&amp;W)</translation>
    </message>
    <message>
        <source>Next Low &amp;Episode</source>
        <translation>次の低血糖エピソード(&amp;E)</translation>
    </message>
    <message>
        <source>Cursor One Day &amp;Back</source>
        <translation>カーソルを1日戻す(&amp;B)</translation>
    </message>
    <message>
        <source>Cursor One Day &amp;On</source>
        <translation>カーソルを1日進める(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Go to Day…</source>
        <translation>病日を指定して移動(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Select Nothing</source>
        <translation>選択を解除(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>キーボード操作(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Legend of Marks</source>
        <translation>記号の凡例(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About Dayline</source>
        <translation>Daylineについて(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Second Cursor at the Cursor</source>
        <translation>カーソル位置に第2カーソル(&amp;S)</translation>
    </message>
    <message>
        <source>Second Cursor One Day &amp;Back</source>
        <translation>第2カーソルを1日前へ(&amp;B)</translation>
    </message>
    <message>
        <source>Second Cursor One Day &amp;On</source>
        <translation>第2カーソルを1日後へ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove Second Cursor</source>
        <translation>第2カーソルを消す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Measure between the Cursors</source>
        <translation>カーソル間を計測(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Period between the Cursors</source>
        <translation>カーソル間を期間にする(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Use Selection as Period</source>
        <translation>選択したものを期間にする(&amp;U)</translation>
    </message>
    <message>
        <source>Remove P&amp;eriods</source>
        <translation>期間を消す(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Compare Periods</source>
        <translation>期間を比較(&amp;C)</translation>
    </message>
    <message>
        <source>Cop&amp;y Comparison</source>
        <translation>比較をコピー(&amp;Y)</translation>
    </message>
    <message>
        <source>P&amp;in or Unpin Selection</source>
        <translation>選択をピン留め・解除(&amp;I)</translation>
    </message>
    <message>
        <source>Show Pi&amp;nned Details</source>
        <translation>ピン留めした詳細を表示(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Note on Selection or Day…</source>
        <translation>選択中または当日のメモ(&amp;N)…</translation>
    </message>
    <message>
        <source>Note on &amp;Period between the Cursors…</source>
        <translation>カーソル間の期間のメモ(&amp;P)…</translation>
    </message>
    <message>
        <source>Note on the &amp;Whole Case…</source>
        <translation>症例全体のメモ(&amp;W)…</translation>
    </message>
    <message>
        <source>Conference &amp;Outcome…</source>
        <translation>検討結果(&amp;O)…</translation>
    </message>
    <message>
        <source>Add &amp;Event…</source>
        <translation>イベントを追加(&amp;E)…</translation>
    </message>
    <message>
        <source>Add &amp;Value…</source>
        <translation>値を追加(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Keep Distance between the Cursors</source>
        <translation>カーソル間の日数を残す(&amp;K)</translation>
    </message>
    <message>
        <source>Mark as &amp;Important</source>
        <translation>「重要」の印(&amp;I)</translation>
    </message>
    <message>
        <source>Mark as &amp;Question</source>
        <translation>「質問」の印(&amp;Q)</translation>
    </message>
    <message>
        <source>Mark as &amp;Disagreed</source>
        <translation>「異議」の印(&amp;D)</translation>
    </message>
    <message>
        <source>Mark as D&amp;one</source>
        <translation>「済」の印(&amp;O)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Annotation</source>
        <translation>次の注記(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Annotation</source>
        <translation>前の注記(&amp;V)</translation>
    </message>
    <message>
        <source>Edit Annota&amp;tion…</source>
        <translation>注記を編集(&amp;T)…</translation>
    </message>
    <message>
        <source>Rep&amp;ly…</source>
        <translation>返信(&amp;L)…</translation>
    </message>
    <message>
        <source>Re&amp;solve or Reopen</source>
        <translation>解決・未解決の切り替え(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>履歴(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Delete Annotation</source>
        <translation>注記を削除(&amp;D)</translation>
    </message>
    <message>
        <source>Pur&amp;ge Annotation…</source>
        <translation>注記を完全に消す(&amp;G)…</translation>
    </message>
    <message>
        <source>Show &amp;Annotations</source>
        <translation>注記を表示(&amp;A)</translation>
    </message>
    <message>
        <source>Mark All as &amp;Read</source>
        <translation>すべて既読にする(&amp;R)</translation>
    </message>
    <message>
        <source>I&amp;mport Annotations…</source>
        <translation>注記を読み込む(&amp;M)…</translation>
    </message>
    <message>
        <source>Expo&amp;rt Annotations…</source>
        <translation>注記を書き出す(&amp;R)…</translation>
    </message>
    <message>
        <source>A&amp;uthor…</source>
        <translation>作成者(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>元に戻す(&amp;U)：{step}</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>やり直す(&amp;R)：{step}</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>発表(&amp;P)</translation>
    </message>
    <message>
        <source>Present from This &amp;Scene</source>
        <translation>この場面から発表(&amp;S)</translation>
    </message>
    <message>
        <source>Present in a &amp;Window</source>
        <translation>ウィンドウで発表(&amp;W)</translation>
    </message>
    <message>
        <source>Scenes &amp;Glide</source>
        <translation>場面をなめらかに切り替え(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Leave Out Broken Scenes</source>
        <translation>壊れた場面を飛ばす(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>画像をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Add Scene</source>
        <translation>場面を追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Update Scene</source>
        <translation>場面を更新(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Duplicate Scene</source>
        <translation>場面を複製(&amp;D)</translation>
    </message>
    <message>
        <source>Make Deck from &amp;Template</source>
        <translation>ひな形から場面集を作成(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Next Scene</source>
        <translation>次の場面(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;revious Scene</source>
        <translation>前の場面(&amp;R)</translation>
    </message>
    <message>
        <source>Play Day &amp;by Day</source>
        <translation>1日ずつ再生(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Highlight or Not</source>
        <translation>強調・解除(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Clear Highlights</source>
        <translation>強調をすべて解除(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;Scenes</source>
        <translation>場面を表示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Export Figure…</source>
        <translation>図を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;Slides…</source>
        <translation>スライドを書き出す(&amp;S)…</translation>
    </message>
    <message>
        <source>Export &amp;Handout…</source>
        <translation>配布資料を書き出す(&amp;H)…</translation>
    </message>
    <message>
        <source>Export &amp;Data…</source>
        <translation>データを書き出す(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷(&amp;P)…</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Add the cursor&apos;s day</source>
        <translation>カーソルの日を追加</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>文字としてコピー</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>No period is marked. Drag over the chart with Ctrl held down, or select what lasted and press C.</source>
        <translation>期間が指定されていません。Ctrlを押しながら図の上をドラッグするか、続いた事項を選んでCを押してください。</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>Mark a second period to compare it with this one.</source>
        <translation>2つ目の期間を指定すると比較できます。</translation>
    </message>
    <message>
        <source>Period {letter}, first day</source>
        <translation>期間{letter}の初日</translation>
    </message>
    <message>
        <source>Period {letter}, last day</source>
        <translation>期間{letter}の最終日</translation>
    </message>
    <message>
        <source>Remove period {letter}</source>
        <translation>期間{letter}を消す</translation>
    </message>
    <message>
        <source>Not about one series</source>
        <translation>特定の検査項目によらない記述</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>値の数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>Medians, B less A</source>
        <translation>中央値の差（B − A）</translation>
    </message>
    <message>
        <source>Time below {limit}</source>
        <translation>{limit}未満の時間</translation>
    </message>
    <message>
        <source>Time the sensor tells of</source>
        <translation>センサーの記録がある時間</translation>
    </message>
    <message>
        <source>Episodes, level 1</source>
        <translation>エピソード・レベル1</translation>
    </message>
    <message>
        <source>Episodes, level 2</source>
        <translation>エピソード・レベル2</translation>
    </message>
    <message>
        <source>{count} with a comparator, Low or High</source>
        <translation>うち不等号・Low・High {count}件</translation>
    </message>
    <message>
        <source>{count} more may be from these days</source>
        <translation>ほかにこの期間の可能性がある値{count}件</translation>
    </message>
    <message>
        <source>{count} words, no values</source>
        <translation>値でない語{count}件</translation>
    </message>
    <message>
        <source>{low} to {high} {unit}</source>
        <translation>{low}〜{high} {unit}</translation>
    </message>
    <message>
        <source>In words, {letter}</source>
        <translation>記述・{letter}</translation>
    </message>
    <message>
        <source>statement; {when}</source>
        <translation>記述、{when}</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Presenter&apos;s console</source>
        <translation>発表者画面</translation>
    </message>
    <message>
        <source>On screen now</source>
        <translation>表示中</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>次の場面</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Smaller notes</source>
        <translation>メモを小さく</translation>
    </message>
    <message>
        <source>Larger notes</source>
        <translation>メモを大きく</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ 戻る</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>次へ ›</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>暗転</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白画面</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>ポインター</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>1日ずつ</translation>
    </message>
    <message>
        <source>Scene as kept</source>
        <translation>元の場面</translation>
    </message>
    <message>
        <source>Time from zero</source>
        <translation>時間をゼロから</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>発表を終了</translation>
    </message>
    <message>
        <source>Scene {number} of {count}</source>
        <translation>場面 {number} / {count}</translation>
    </message>
    <message>
        <source>Next: {number}. {title}</source>
        <translation>次：{number}. {title}</translation>
    </message>
    <message>
        <source>The last scene</source>
        <translation>最後の場面です</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>画面を覆っています</translation>
    </message>
    <message>
        <source>nothing after {day} is shown</source>
        <translation>{day}より後は表示していません</translation>
    </message>
    <message>
        <source>the case no longer has: {ids}</source>
        <translation>症例にもうないもの：{ids}</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>plan {time}</source>
        <translation>予定 {time}</translation>
    </message>
</context>
<context>
    <name>Current</name>
    <message>
        <source>current on {day}</source>
        <translation>{day}時点</translation>
    </message>
</context>
<context>
    <name>DataExport</name>
    <message>
        <source>Not for diagnosis or treatment decisions</source>
        <translation>診断・治療の判断には使用できません</translation>
    </message>
    <message>
        <source>Made-up data, not of a patient</source>
        <translation>合成データ（実患者のデータではない）</translation>
    </message>
    <message>
        <source>{label}: {words}</source>
        <translation>{label}：{words}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Timeline: {case}</source>
        <translation>経過表：{case}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>出来事</translation>
    </message>
    <message>
        <source>Details, dose and duration</source>
        <translation>詳細・用量・期間</translation>
    </message>
    <message>
        <source>Changes and reasons</source>
        <translation>変更と理由</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>転帰・効果</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>検査値</translation>
    </message>
    <message>
        <source>There are no events.</source>
        <translation>イベントはありません。</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1日間</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count}日間</translation>
    </message>
    <message>
        <source>Line of therapy</source>
        <translation>治療ライン</translation>
    </message>
    <message>
        <source>Cycle {number}</source>
        <translation>第{number}コース</translation>
    </message>
    <message>
        <source>{number} mm</source>
        <translation>{number} mm</translation>
    </message>
    <message>
        <source>short axis {number} mm</source>
        <translation>短径 {number} mm</translation>
    </message>
    <message>
        <source>{count} values, {lowest} to {highest}</source>
        <translation>{count}点、{lowest}～{highest}</translation>
    </message>
    <message>
        <source>About</source>
        <translation>症例情報</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>記述</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>症例</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男性</translation>
    </message>
    <message>
        <source>other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>Age in years</source>
        <translation>年齢（歳）</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>End of follow-up</source>
        <translation>追跡の終了</translation>
    </message>
    <message>
        <source>Day zero</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Prose</source>
        <translation>経過の記述</translation>
    </message>
    <message>
        <source>Discrepancy in the source</source>
        <translation>原典内の不一致</translation>
    </message>
    <message>
        <source>How the case reads it</source>
        <translation>本症例での解釈</translation>
    </message>
    <message>
        <source>Abbreviation</source>
        <translation>略語</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>検体</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>診断</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Pictures of studies and slides are not in this file, since they may name the patient: {names}</source>
        <translation>検査とスライドの画像は患者名を含むことがあるため、このファイルには入れていない：{names}</translation>
    </message>
    <message>
        <source>{series}: {count} samples, summarised: of each {size} in turn only the lowest and the highest are given, each at its own moment; the CSV table has all of them</source>
        <translation>{series}：連続測定{count}点を要約。順に{size}点ごとに最小値と最大値のみを、それぞれの測定時点で示す。全点はCSVにある</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行の種類</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属先ID</translation>
    </message>
    <message>
        <source>Lane id</source>
        <translation>区分ID</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Kind of lane</source>
        <translation>区分の種類</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Start is known</source>
        <translation>開始の確かさ</translation>
    </message>
    <message>
        <source>Start, day</source>
        <translation>開始：日</translation>
    </message>
    <message>
        <source>Start, earliest day</source>
        <translation>開始：最も早い日</translation>
    </message>
    <message>
        <source>Start, about day</source>
        <translation>開始：およその日</translation>
    </message>
    <message>
        <source>Start, latest day</source>
        <translation>開始：最も遅い日</translation>
    </message>
    <message>
        <source>Start, precision</source>
        <translation>開始：精度</translation>
    </message>
    <message>
        <source>Start, how it is known</source>
        <translation>開始：日の根拠</translation>
    </message>
    <message>
        <source>Start, why</source>
        <translation>開始：理由</translation>
    </message>
    <message>
        <source>Start, in the source&apos;s sense</source>
        <translation>開始：原典の表現</translation>
    </message>
    <message>
        <source>End is known</source>
        <translation>終了の確かさ</translation>
    </message>
    <message>
        <source>End, day</source>
        <translation>終了：日</translation>
    </message>
    <message>
        <source>End, earliest day</source>
        <translation>終了：最も早い日</translation>
    </message>
    <message>
        <source>End, about day</source>
        <translation>終了：およその日</translation>
    </message>
    <message>
        <source>End, latest day</source>
        <translation>終了：最も遅い日</translation>
    </message>
    <message>
        <source>End, precision</source>
        <translation>終了：精度</translation>
    </message>
    <message>
        <source>End, how it is known</source>
        <translation>終了：日の根拠</translation>
    </message>
    <message>
        <source>End, why</source>
        <translation>終了：理由</translation>
    </message>
    <message>
        <source>End, in the source&apos;s sense</source>
        <translation>終了：原典の表現</translation>
    </message>
    <message>
        <source>Time in the source&apos;s sense</source>
        <translation>時期：原典の表現</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>単位あたり</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Kind of outcome</source>
        <translation>転帰の種類</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>項目ID</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>関連ID</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Known from day</source>
        <translation>判明した日</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Source id</source>
        <translation>出典ID</translation>
    </message>
    <message>
        <source>Place in the source</source>
        <translation>出典内の箇所</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Name of the series</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Analyte</source>
        <translation>測定対象</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Comparator</source>
        <translation>不等号</translation>
    </message>
    <message>
        <source>Word for a number</source>
        <translation>数値に代わる語</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>原典の表記</translation>
    </message>
    <message>
        <source>Unit as printed</source>
        <translation>原典の単位表記</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>検査施設</translation>
    </message>
    <message>
        <source>Reference interval, low</source>
        <translation>基準値下限</translation>
    </message>
    <message>
        <source>Reference interval, high</source>
        <translation>基準値上限</translation>
    </message>
    <message>
        <source>Its high limit is outside</source>
        <translation>上限値は基準外</translation>
    </message>
    <message>
        <source>Whose reference interval</source>
        <translation>基準値の施設</translation>
    </message>
    <message>
        <source>Of the laboratory that measured</source>
        <translation>測定施設の基準値</translation>
    </message>
    <message>
        <source>Source of the interval</source>
        <translation>基準値の出典</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}年{number}月{day}日</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12月</translation>
    </message>
</context>
<context>
    <name>DayLabels</name>
    <message>
        <source>Select an event whose day is stated exactly.</source>
        <translation>日が正確に示されたイベントを選択してください。</translation>
    </message>
    <message>
        <source>Days are counted from day zero.</source>
        <translation>すでに起点日から数えています。</translation>
    </message>
    <message>
        <source>The case tells no admission on an exact day.</source>
        <translation>日の正確な入院が症例にありません。</translation>
    </message>
    <message>
        <source>The case tells no calendar date.</source>
        <translation>暦の日付が症例にありません。</translation>
    </message>
    <message>
        <source>The case tells no age, or covers less than two years.</source>
        <translation>年齢の記載がないか、経過が2年未満です。</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>症例が開かれていません。</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>ピン留めを解除</translation>
    </message>
    <message>
        <source>Pin beside others</source>
        <translation>並べてピン留め</translation>
    </message>
    <message>
        <source>imaging study</source>
        <translation>画像検査</translation>
    </message>
    <message>
        <source>pathology report</source>
        <translation>病理報告</translation>
    </message>
    <message>
        <source>values</source>
        <translation>検査値</translation>
    </message>
    <message>
        <source>statement of the source</source>
        <translation>原典の記述</translation>
    </message>
    <message>
        <source>No event is told for this day.</source>
        <translation>この日のイベントは記載されていません。</translation>
    </message>
    <message>
        <source>Begun, end not known</source>
        <translation>開始後・終了不明</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>可能性あり</translation>
    </message>
    <message>
        <source>Latest values</source>
        <translation>直近の検査値</translation>
    </message>
    <message>
        <source>Go to the first event: {title}</source>
        <translation>最初のイベントへ：{title}</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>経過中</translation>
    </message>
    <message>
        <source>Latest study</source>
        <translation>直近の画像</translation>
    </message>
    <message>
        <source>Latest report</source>
        <translation>直近の病理</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>転帰</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Therapy</source>
        <translation>治療ライン</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>コース</translation>
    </message>
    <message>
        <source>The source says so in words; it gives no values.</source>
        <translation>原典の記述のみ。数値の記載なし。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>検査法</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>病変</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>検体</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>診断</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>解釈</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Pathology</source>
        <translation>病理</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>記述</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>検査値</translation>
    </message>
    <message>
        <source>no reference interval given</source>
        <translation>基準値の記載なし</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>検査施設</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>基準値</translation>
    </message>
    <message>
        <source>{unit} (the source prints “{printed}”)</source>
        <translation>{unit}（原典の表記は「{printed}」）</translation>
    </message>
    <message>
        <source>{unit}; shown as {other}, {factor}</source>
        <translation>{unit}（{other}で表示、{factor}）</translation>
    </message>
    <message>
        <source>The source gives no values.</source>
        <translation>原典に数値の記載なし。</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>直近</translation>
    </message>
    <message>
        <source>The file {name} gives no values.</source>
        <translation>ファイル {name} から値を読めません。</translation>
    </message>
    <message>
        <source>{count} samples, {low} to {high} {unit}</source>
        <translation>{count}点、{low}～{high} {unit}</translation>
    </message>
    <message>
        <source>{count} without a value</source>
        <translation>値なし {count}点</translation>
    </message>
    <message>
        <source>usually {time} apart, joined up to {gap}</source>
        <translation>通常 {time} 間隔、{gap} までは線でつなぐ</translation>
    </message>
    <message>
        <source>file {name}</source>
        <translation>ファイル {name}</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>連続データ</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count}件</translation>
    </message>
    <message>
        <source>{count}, {low} to {high} {unit}</source>
        <translation>{count}、{low}～{high} {unit}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>statement, no values</source>
        <translation>記述のみ・数値なし</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>{time} (exact)</source>
        <translation>{time}（明記）</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>the source disagrees</source>
        <translation>原典内の不一致</translation>
    </message>
    <message>
        <source>Compare before and after</source>
        <translation>前後を比較</translation>
    </message>
    <message>
        <source>added by {author}</source>
        <translation>{author}が追加</translation>
    </message>
    <message>
        <source>last before</source>
        <translation>直前</translation>
    </message>
    <message>
        <source>first after</source>
        <translation>直後</translation>
    </message>
    <message>
        <source>may be before</source>
        <translation>前の可能性あり</translation>
    </message>
    <message>
        <source>may be after</source>
        <translation>後の可能性あり</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>SYNTHETIC</source>
        <translation>合成データ</translation>
    </message>
    <message>
        <source>Take out of the window, or put back: {panel}</source>
        <translation>ウィンドウから切り離す／戻す：{panel}</translation>
    </message>
    <message>
        <source>Close: {panel}</source>
        <translation>閉じる：{panel}</translation>
    </message>
</context>
<context>
    <name>Drawn note</name>
    <message>
        <source>new</source>
        <translation>新着</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>解決済み</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}～{last}</translation>
    </message>
    <message>
        <source>On: {title}</source>
        <translation>対象：{title}</translation>
    </message>
    <message>
        <source>added by {name}</source>
        <translation>{name} が追加</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>注記 1 件</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>注記 {count} 件</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問い</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>担当</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Statements</source>
        <translation>記述</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>転帰</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Filter: words that a row must hold</source>
        <translation>絞り込み：行に含まれる語</translation>
    </message>
    <message>
        <source>Filter the events</source>
        <translation>イベントの絞り込み</translation>
    </message>
    <message>
        <source>{shown} rows found so far</source>
        <translation>検索中（現在{shown}件）</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count}行</translation>
    </message>
    <message>
        <source>{shown} of {count} rows</source>
        <translation>{count}行中{shown}行</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>reported</source>
        <translation>記載</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>算出</translation>
    </message>
    <message>
        <source>read off a figure</source>
        <translation>図から読取</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>made up</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Reported by the source</source>
        <translation>原典に記載</translation>
    </message>
    <message>
        <source>Derived from what the source reports</source>
        <translation>原典の記載から算出</translation>
    </message>
    <message>
        <source>Read off a figure of the source</source>
        <translation>原典の図から読取</translation>
    </message>
    <message>
        <source>Inferred; not stated by the source</source>
        <translation>推定（原典に明記なし）</translation>
    </message>
    <message>
        <source>Made up; not a patient&apos;s data</source>
        <translation>合成データ（実患者のデータではない）</translation>
    </message>
    <message>
        <source>Derived from a reviewer&apos;s measurements</source>
        <translation>レビュー担当者の計測から算出</translation>
    </message>
    <message>
        <source>day derived</source>
        <translation>病日は算出</translation>
    </message>
    <message>
        <source>day read off a figure</source>
        <translation>病日は図から読取</translation>
    </message>
    <message>
        <source>day inferred</source>
        <translation>病日は推定</translation>
    </message>
    <message>
        <source>day made up</source>
        <translation>病日は合成</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Not for diagnosis or treatment decisions.</source>
        <translation>診断・治療の判断には使用できません。</translation>
    </message>
    <message>
        <source>Nothing after {day} is told.</source>
        <translation>{day}より後のことは含まない。</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Export now</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Type the name of the file first.</source>
        <translation>先にファイル名を入力してください。</translation>
    </message>
    <message>
        <source>No export has this ending.</source>
        <translation>この拡張子での書き出しはできません。</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>何も書き出していません。</translation>
    </message>
    <message>
        <source>{path} is there already. Replace it?</source>
        <translation>{path}はすでにあります。置き換えますか。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>図を書き出す</translation>
    </message>
    <message>
        <source>Export slides</source>
        <translation>スライドを書き出す</translation>
    </message>
    <message>
        <source>Export handout</source>
        <translation>配布資料を書き出す</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>データを書き出す</translation>
    </message>
    <message>
        <source>The case has no scenes.</source>
        <translation>この症例には場面がありません。</translation>
    </message>
    <message>
        <source>No scene of the case ends by day {day}.</source>
        <translation>第{day}日までに終わる場面がありません。</translation>
    </message>
    <message>
        <source>The deck has {count} scenes.</source>
        <translation>この場面集は {count} 場面です。</translation>
    </message>
    <message>
        <source>The picture would be too large: choose fewer dots or a smaller width.</source>
        <translation>画像が大きすぎます。解像度を下げるか、幅を狭くしてください。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数の範囲</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全期間</translation>
    </message>
    <message>
        <source>The days in view</source>
        <translation>表示中の期間</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>期間を指定</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>最初の日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後の日</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>図形（SVG）</translation>
    </message>
    <message>
        <source>Document (PDF)</source>
        <translation>文書（PDF）</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>画像（PNG）</translation>
    </message>
    <message>
        <source>Picture (TIFF)</source>
        <translation>画像（TIFF）</translation>
    </message>
    <message>
        <source>Slides (PPTX)</source>
        <translation>スライド（PPTX）</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表（CSV）</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>ブック（XLSX）</translation>
    </message>
    <message>
        <source>Timeline (Markdown)</source>
        <translation>経過の表（Markdown）</translation>
    </message>
    <message>
        <source>Timeline (HTML)</source>
        <translation>経過の表（HTML）</translation>
    </message>
    <message>
        <source>Phenopacket (JSON)</source>
        <translation>Phenopacket形式（JSON）</translation>
    </message>
    <message>
        <source>Case (.dayline)</source>
        <translation>症例（.dayline）</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>ファイルの種類</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>ウィンドウの表示内容</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>ウィンドウと同じ</translation>
    </message>
    <message>
        <source>Clinical course chart</source>
        <translation>経過表</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>様式</translation>
    </message>
    <message>
        <source>With a legend</source>
        <translation>凡例を付ける</translation>
    </message>
    <message>
        <source>Marks tell how each fact is known</source>
        <translation>根拠の種類を記号で示す</translation>
    </message>
    <message>
        <source>Lanes and series</source>
        <translation>区分と検査項目</translation>
    </message>
    <message>
        <source>{width} mm, one column</source>
        <translation>{width} mm（1段）</translation>
    </message>
    <message>
        <source>{width} mm, one and a half</source>
        <translation>{width} mm（1.5段）</translation>
    </message>
    <message>
        <source>{width} mm, two columns</source>
        <translation>{width} mm（2段）</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>幅（mm）</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解像度</translation>
    </message>
    <message>
        <source>Shows:</source>
        <translation>内容：</translation>
    </message>
    <message>
        <source>Style:</source>
        <translation>様式：</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>種類：</translation>
    </message>
    <message>
        <source>Width:</source>
        <translation>幅：</translation>
    </message>
    <message>
        <source>Resolution:</source>
        <translation>解像度：</translation>
    </message>
    <message>
        <source>Days:</source>
        <translation>期間：</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>図</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <translation>{number}. {title}</translation>
    </message>
    <message>
        <source>Who it is about</source>
        <translation>個人に関する情報</translation>
    </message>
    <message>
        <source>nothing, for no calendar date and no age above 89 is stated</source>
        <translation>なし（暦日も89歳を超える年齢も記載がありません）</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>除いた情報</translation>
    </message>
    <message>
        <source>Keep the calendar date and ages above 89</source>
        <translation>暦日と89歳を超える年齢を残す</translation>
    </message>
    <message>
        <source>Must not stand in it (names, numbers), one a line:</source>
        <translation>含めてはならない語（名前、番号）を1行に1つ：</translation>
    </message>
    <message>
        <source>Words that must not stand in it</source>
        <translation>含めてはならない語</translation>
    </message>
    <message>
        <source>They are forgotten when the program ends.</source>
        <translation>プログラムの終了時に消去され、保存されません。</translation>
    </message>
    <message>
        <source>Where they stand</source>
        <translation>見つかった場所</translation>
    </message>
    <message>
        <source>You must still check</source>
        <translation>人による確認が必要な点</translation>
    </message>
    <message>
        <source>Nothing is exported: they stand in {count} places.</source>
        <translation>{count}か所にあるため、書き出せません。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>縦横比</translation>
    </message>
    <message>
        <source>With the speaker&apos;s notes</source>
        <translation>発表者メモを付ける</translation>
    </message>
    <message>
        <source>Shape:</source>
        <translation>縦横比：</translation>
    </message>
    <message>
        <source>One scene a page</source>
        <translation>1ページに1場面</translation>
    </message>
    <message>
        <source>Two scenes a page</source>
        <translation>1ページに2場面</translation>
    </message>
    <message>
        <source>Six scenes a page</source>
        <translation>1ページに6場面</translation>
    </message>
    <message>
        <source>The case on one page</source>
        <translation>症例の要約（1ページ）</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Pages:</source>
        <translation>ページ：</translation>
    </message>
    <message>
        <source>Events (CSV)</source>
        <translation>イベント（CSV）</translation>
    </message>
    <message>
        <source>Values (CSV)</source>
        <translation>測定値（CSV）</translation>
    </message>
    <message>
        <source>With annotations</source>
        <translation>注記を付ける</translation>
    </message>
    <message>
        <source>Pictures of studies and slides are not put into the file: they may name the patient.</source>
        <translation>検査とスライドの画像は患者名を含むことがあるため、ファイルには入れません。</translation>
    </message>
    <message>
        <source>As large as on paper</source>
        <translation>印刷時の大きさ</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>{width} × {height} mm</source>
        <translation>{width} × {height} mm</translation>
    </message>
    <message>
        <source>Preview of the figure, {size}</source>
        <translation>図のプレビュー、{size}</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>ファイル：</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Tell nothing after day</source>
        <translation>この日より後を含めない：</translation>
    </message>
    <message>
        <source>The last day that is told</source>
        <translation>含める最後の日</translation>
    </message>
    <message>
        <source>The window hides what is later.</source>
        <translation>ウィンドウがこれより後を隠しています。</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>言語：</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>{path}に書き出しました。</translation>
    </message>
    <message>
        <source>{path} was not written. {reason}</source>
        <translation>{path}を書き込めませんでした。{reason}</translation>
    </message>
    <message>
        <source>Words that must not go out stand in it: {words}.</source>
        <translation>含めてはならない語があります：{words}。</translation>
    </message>
    <message>
        <source>Its folder is not there: choose another, or make it first.</source>
        <translation>フォルダーがありません。別のフォルダーを選ぶか、先に作成してください。</translation>
    </message>
    <message>
        <source>The disk is full: make room, or choose another one.</source>
        <translation>ディスクがいっぱいです。空きを作るか、別のディスクを選んでください。</translation>
    </message>
    <message>
        <source>It may not be written there: close it where it is open, or choose another folder.</source>
        <translation>そこには書き込めません。開いているプログラムで閉じるか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Its folder is a file: choose another folder.</source>
        <translation>フォルダーではなくファイルです。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>A folder has this name: choose another name.</source>
        <translation>同じ名前のフォルダーがあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>The disk can only be read: choose another folder.</source>
        <translation>ディスクは読み取り専用です。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The name is too long: choose a shorter one.</source>
        <translation>名前が長すぎます。短くしてください。</translation>
    </message>
    <message>
        <source>The disk says: {reason}. Choose another folder, or try again.</source>
        <translation>ディスクの応答：{reason}。別のフォルダーを選ぶか、やり直してください。</translation>
    </message>
    <message>
        <source>Nothing was exported: another case was opened.</source>
        <translation>別の症例が開かれたため、何も書き出していません。</translation>
    </message>
    <message>
        <source>{title} (continued)</source>
        <translation>{title}（続き）</translation>
    </message>
    <message>
        <source>Print preview: {title}</source>
        <translation>印刷プレビュー：{title}</translation>
    </message>
    <message>
        <source>Where the source disagrees with itself</source>
        <translation>原典の記載が一致しない点</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>治療</translation>
    </message>
    <message>
        <source>Course and outcome</source>
        <translation>経過と転帰</translation>
    </message>
    <message>
        <source>Values out of range at presentation</source>
        <translation>初診時の基準外の検査値</translation>
    </message>
    <message>
        <source>Limits are those of the laboratories named, not of the one that measured.</source>
        <translation>基準値は記載の検査施設のもので、測定施設のものではない。</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Picture not included in the source</source>
        <translation>図は原典に含まれていません</translation>
    </message>
    <message>
        <source>Pictures not included in the source</source>
        <translation>図は原典に含まれていません</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>{file}を読み込み中…</translation>
    </message>
    <message>
        <source>Missing picture: {file} cannot be read</source>
        <translation>画像なし：{file}を読み込めません</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>レーン</translation>
    </message>
    <message>
        <source>Kinds of lanes</source>
        <translation>レーンの種類</translation>
    </message>
    <message>
        <source>How a fact is known</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Words that must stand in it</source>
        <translation>含まれるべき語句</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>語句</translation>
    </message>
    <message>
        <source>Only values out of range</source>
        <translation>基準外の数値のみ</translation>
    </message>
    <message>
        <source>What is left out is drawn faintly and cannot be clicked; tables do not list it. Where nothing is ticked, everything is kept.</source>
        <translation>対象外のものは薄く描き、クリックできません。表にも載せません。何も選ばなければ、すべてが対象です。</translation>
    </message>
    <message>
        <source>Events and statements in lanes</source>
        <translation>レーン内のイベントと記述</translation>
    </message>
    <message>
        <source>Events, statements and values</source>
        <translation>イベント・記述・数値</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>絞り込みを解除</translation>
    </message>
    <message>
        <source>no lane that is shown</source>
        <translation>表示中のレーンなし</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>「{text}」</translation>
    </message>
    <message>
        <source>values out of range</source>
        <translation>基準外の数値</translation>
    </message>
    <message>
        <source>left out: {events} of {all_events} events and statements, {values} of {all_values} values</source>
        <translation>対象外：イベントと記述 {all_events}件中{events}件、数値 {all_values}件中{values}件</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Find in the case</source>
        <translation>症例内を検索</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Find in events, values, findings, reports and notes</source>
        <translation>イベント・数値・所見・報告・メモを検索</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>前へ（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>次へ（Enter）</translation>
    </message>
    <message>
        <source>Stop looking (Esc)</source>
        <translation>検索を終える（Esc）</translation>
    </message>
    <message>
        <source>Find:</source>
        <translation>検索：</translation>
    </message>
    <message>
        <source>the values of sampled series are not searched</source>
        <translation>連続測定の値は検索対象外</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{count}件中{at}件目</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1件</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count}件</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>{hours} h</source>
        <translation>{hours}時間</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days}日</translation>
    </message>
    <message>
        <source>{years} y</source>
        <translation>{years}年</translation>
    </message>
    <message>
        <source>{length} folded away, in which nothing is stated. Click to show.</source>
        <translation>{length}をたたんでいます（その間の記載はありません）。クリックで表示。</translation>
    </message>
</context>
<context>
    <name>Glucose</name>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Daily pattern</source>
        <translation>日内パターン</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>日別</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>エピソード</translation>
    </message>
    <message>
        <source>Episodes of low glucose</source>
        <translation>低血糖エピソード</translation>
    </message>
    <message>
        <source>Glucose</source>
        <translation>血糖</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count}個の値</translation>
    </message>
    <message>
        <source>No daily pattern: the case does not say that day zero begins at midnight, so the time of day is not known.</source>
        <translation>日内パターンなし：起点日が午前0時に始まるとの記載がなく、時刻が分からない。</translation>
    </message>
    <message>
        <source>No daily pattern</source>
        <translation>日内パターンなし</translation>
    </message>
    <message>
        <source>No values at a known time of day in these days.</source>
        <translation>この期間に時刻の分かる値はない。</translation>
    </message>
    <message>
        <source>Each strip is a day; 00 is midnight.</source>
        <translation>1段が1日。00は午前0時。</translation>
    </message>
    <message>
        <source>Each strip is a day of the case&apos;s count; its hours begin with it, and whether that is midnight is not stated.</source>
        <translation>1段が1病日。時間は病日の始まりから数え、それが午前0時かは記載がない。</translation>
    </message>
    <message>
        <source>No episodes are told</source>
        <translation>エピソードは示せない</translation>
    </message>
    <message>
        <source>No episode of low glucose in these days.</source>
        <translation>この期間に低血糖エピソードはない。</translation>
    </message>
    <message>
        <source>{count} episodes of at least 15 min below {limit} {unit}, until at least 15 min above it. E: next, Shift+E: previous.</source>
        <translation>エピソード{count}回（{limit} {unit}未満が15分以上、15分以上の回復で終了）。E：次、Shift+E：前。</translation>
    </message>
    <message>
        <source>This case has no glucose values.</source>
        <translation>この症例に血糖値はありません。</translation>
    </message>
    <message>
        <source>No sensor values in these days.</source>
        <translation>この期間にセンサー値はない。</translation>
    </message>
    <message>
        <source>These measures and their targets were made for diabetes, not for insulinoma: what counts here is the time below range and the episodes.</source>
        <translation>これらの指標と目標値は糖尿病のためのもので、インスリノーマ用ではない。ここで重要なのは低血糖の時間とエピソードである。</translation>
    </message>
    <message>
        <source>{count} dated glucose values, too far apart for a sensor.</source>
        <translation>日付のある血糖値が{count}件。間隔が広く、センサーの値としては扱えません。</translation>
    </message>
    <message>
        <source>No dated glucose values, and no sensor.</source>
        <translation>日付の分かる血糖値もセンサー値もない。</translation>
    </message>
    <message>
        <source>One dated glucose value, and no sensor.</source>
        <translation>日付の分かる血糖値は1つのみで、センサー値はない。</translation>
    </message>
    <message>
        <source>{count} dated glucose values, and no sensor.</source>
        <translation>日付の分かる血糖値は{count}個で、センサー値はない。</translation>
    </message>
    <message>
        <source>Time below range, episodes, mean, SD, CV and GMI need a sensor&apos;s series, so none is told.</source>
        <translation>低血糖の時間、エピソード、平均、SD、CV、GMIにはセンサーの連続値が必要なため、いずれも示さない。</translation>
    </message>
    <message>
        <source>{count} more stand in the table of values.</source>
        <translation>ほか{count}個は検査値の表にある。</translation>
    </message>
    <message>
        <source>What the source states, without values</source>
        <translation>原典の記述（値なし）</translation>
    </message>
    <message>
        <source>Share of time, {unit}</source>
        <translation>時間の割合（{unit}）</translation>
    </message>
    <message>
        <source>Time below range</source>
        <translation>低血糖の時間</translation>
    </message>
    <message>
        <source>Below {limit}</source>
        <translation>{limit}未満</translation>
    </message>
    <message>
        <source>{count} below {limit}, of at least 15 min</source>
        <translation>{limit}未満が15分以上：{count}回</translation>
    </message>
    <message>
        <source>{count} of them below {limit} for at least 15 min</source>
        <translation>うち{limit}未満が15分以上：{count}回</translation>
    </message>
    <message>
        <source>Above {limit}</source>
        <translation>{limit}超</translation>
    </message>
    <message>
        <source>In range</source>
        <translation>範囲内</translation>
    </message>
    <message>
        <source>not validated here: made for diabetes</source>
        <translation>本症では未検証：糖尿病用の指標</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>CV</source>
        <translation>CV</translation>
    </message>
    <message>
        <source>GMI</source>
        <translation>GMI（血糖管理指標）</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>“Low”, “High”</source>
        <translation>「Low」「High」</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>{days} days, {share} active</source>
        <translation>{days}日間、稼働率{share}</translation>
    </message>
    <message>
        <source>meets the consensus (at least 70 % of 14 days)</source>
        <translation>コンセンサス（14日間の70 %以上）を満たす</translation>
    </message>
    <message>
        <source>does not meet the consensus, which asks for at least 70 % of 14 days</source>
        <translation>コンセンサス（14日間の70 %以上）を満たさない</translation>
    </message>
    <message>
        <source>{count} “Low” or bounds counted as {value} {unit} in mean, SD, CV and GMI; nobody measured that number.</source>
        <translation>「Low」など{count}個を、平均・SD・CV・GMIでは{value} {unit}とみなした（実測値ではない）。</translation>
    </message>
    <message>
        <source>{count} “Low”, “High” or bounds count as time in their band, in no mean, SD, CV or GMI.</source>
        <translation>「Low」「High」など{count}個は、該当する範囲の時間に数え、平均・SD・CV・GMIには含めない。</translation>
    </message>
    <message>
        <source>{count} values without a time of day</source>
        <translation>時刻のない値{count}個</translation>
    </message>
    <message>
        <source>{count} entries that are no numbers</source>
        <translation>数値でない項目{count}個</translation>
    </message>
    <message>
        <source>{count} other words</source>
        <translation>その他の語{count}個</translation>
    </message>
    <message>
        <source>of the whole course</source>
        <translation>全経過で</translation>
    </message>
    <message>
        <source>{count} days with values</source>
        <translation>値のある日：{count}日</translation>
    </message>
    <message>
        <source>lowest {value}</source>
        <translation>最低値 {value}</translation>
    </message>
    <message>
        <source>days without values before it: {count}</source>
        <translation>直前の値のない日数：{count}</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>25–75 %</source>
        <translation>25–75 %</translation>
    </message>
    <message>
        <source>5–95 %</source>
        <translation>5–95 %</translation>
    </message>
    <message>
        <source>{count} days laid over one another; 00 is midnight.</source>
        <translation>{count}日分を重ねた図。00は午前0時。</translation>
    </message>
    <message>
        <source>One day only; 00 is midnight.</source>
        <translation>1日分のみ。00は午前0時。</translation>
    </message>
    <message>
        <source>not enough values</source>
        <translation>値が不足</translation>
    </message>
    <message>
        <source>median {value} {unit}</source>
        <translation>中央値 {value} {unit}</translation>
    </message>
    <message>
        <source>25–75 %: {low} to {high}</source>
        <translation>25–75 %：{low}～{high}</translation>
    </message>
    <message>
        <source>5–95 %: {low} to {high}</source>
        <translation>5–95 %：{low}～{high}</translation>
    </message>
    <message>
        <source>“Low”</source>
        <translation>「Low」</translation>
    </message>
    <message>
        <source>“High”</source>
        <translation>「High」</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低値</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Ends seen</source>
        <translation>両端の確認</translation>
    </message>
    <message>
        <source>Days in the window</source>
        <translation>表示中の期間</translation>
    </message>
    <message>
        <source>Whole course</source>
        <translation>全経過</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>日を指定</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>対象の期間</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>最初の日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後の日</translation>
    </message>
    <message>
        <source>Count “Low” as</source>
        <translation>「Low」の代入値</translation>
    </message>
    <message>
        <source>Number in the place of “Low”</source>
        <translation>「Low」の代わりの値</translation>
    </message>
    <message>
        <source>no values at a known time of day</source>
        <translation>時刻の分かる値なし</translation>
    </message>
    <message>
        <source>the mean is not above zero</source>
        <translation>平均が0以下</translation>
    </message>
    <message>
        <source>&lt; {share}</source>
        <translation>{share}未満</translation>
    </message>
    <message>
        <source>&gt; {share}</source>
        <translation>{share}超</translation>
    </message>
    <message>
        <source>below {limit}: level 2</source>
        <translation>{limit}未満：レベル2</translation>
    </message>
    <message>
        <source>{range}: level 1</source>
        <translation>{range}：レベル1</translation>
    </message>
    <message>
        <source>above {limit}</source>
        <translation>{limit}超</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count}日</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count}時間</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}分</translation>
    </message>
    <message>
        <source>both seen</source>
        <translation>両端とも確認</translation>
    </message>
    <message>
        <source>start not seen</source>
        <translation>開始は未確認</translation>
    </message>
    <message>
        <source>end not seen</source>
        <translation>終了は未確認</translation>
    </message>
    <message>
        <source>neither seen</source>
        <translation>両端とも未確認</translation>
    </message>
</context>
<context>
    <name>Go</name>
    <message>
        <source>Days from day zero:</source>
        <translation>起点日からの日数：</translation>
    </message>
    <message>
        <source>Go to day</source>
        <translation>病日を指定して移動</translation>
    </message>
    <message>
        <source>Day:</source>
        <translation>病日：</translation>
    </message>
</context>
<context>
    <name>GoingOut</name>
    <message>
        <source>The calendar date of day zero</source>
        <translation>第0病日の暦日</translation>
    </message>
    <message>
        <source>An age above 89, told as 90 or older</source>
        <translation>89歳を超える年齢（90歳以上と表示）</translation>
    </message>
    <message>
        <source>Names, numbers, places and dates in titles, texts, notes and sources</source>
        <translation>見出し・本文・メモ・出典の中の氏名、番号、地名、日付</translation>
    </message>
    <message>
        <source>Pictures: what is written or recognisable in them</source>
        <translation>画像に写っている文字や、個人を特定できるもの</translation>
    </message>
    <message>
        <source>Rare events that tell who it is together</source>
        <translation>組み合わせると個人が分かるまれな出来事</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Identity and navigation</source>
        <translation>症例情報と移動</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Hide later days</source>
        <translation>先の病日を隠す</translation>
    </message>
    <message>
        <source>Show all days</source>
        <translation>全病日を表示</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History of an annotation</source>
        <translation>注記の履歴</translation>
    </message>
    <message>
        <source>Removed for good by its author.</source>
        <translation>作成者が完全に消しました。</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>made</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>text changed</source>
        <translation>本文を変更</translation>
    </message>
    <message>
        <source>tags changed</source>
        <translation>タグを変更</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>No case open</source>
        <translation>症例が開かれていません</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>症例</translation>
    </message>
    <message>
        <source>Patient and day zero</source>
        <translation>患者と第0病日</translation>
    </message>
    <message>
        <source>Shown up to {day}; later days are hidden</source>
        <translation>{day}まで表示・先の病日は非表示</translation>
    </message>
    <message>
        <source>SYNTHETIC, not a patient</source>
        <translation>合成データ（実患者ではない）</translation>
    </message>
    <message>
        <source>The source calls its first day day 0.</source>
        <translation>原典は初日を第0病日とする。</translation>
    </message>
    <message>
        <source>The source calls its first day day 1.</source>
        <translation>原典は初日を第1病日とする。</translation>
    </message>
    <message>
        <source>The source does not say whether its first day is day 0 or day 1.</source>
        <translation>初日を第0病日とするか第1病日とするか、原典に記載なし。</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>男性</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>性別：その他</translation>
    </message>
    <message>
        <source>Sex not stated</source>
        <translation>性別の記載なし</translation>
    </message>
    <message>
        <source>{who}, age not stated</source>
        <translation>{who}、年齢の記載なし</translation>
    </message>
    <message>
        <source>{who}, {age} years or older</source>
        <translation>{age}歳以上・{who}</translation>
    </message>
    <message>
        <source>{who}, {age} years</source>
        <translation>{age}歳・{who}</translation>
    </message>
    <message>
        <source>Followed until death, {when}</source>
        <translation>{when}の死亡まで追跡</translation>
    </message>
    <message>
        <source>Lost to follow-up, {when}</source>
        <translation>{when}に追跡不能</translation>
    </message>
    <message>
        <source>Alive at the end of follow-up, {when}</source>
        <translation>{when}の追跡終了時に生存</translation>
    </message>
    <message>
        <source>Followed until {when}</source>
        <translation>{when}まで追跡</translation>
    </message>
</context>
<context>
    <name>Imaging</name>
    <message>
        <source>Imaging</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Find the images…</source>
        <translation>画像の場所を指定…</translation>
    </message>
    <message>
        <source>No imaging studies are told.</source>
        <translation>画像検査の記載はありません。</translation>
    </message>
    <message>
        <source>Go to the first: {study}, {time}</source>
        <translation>最初の画像へ：{study}、{time}</translation>
    </message>
    <message>
        <source>{day}: no imaging study yet.</source>
        <translation>{day}：画像検査はまだありません。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか {count} 件</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>表示できないもの</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>所見</translation>
    </message>
    <message>
        <source>No findings are told.</source>
        <translation>所見の記載はありません。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>Join</name>
    <message>
        <source>; </source>
        <translation>。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{label}: {words}</source>
        <translation>{label}：{words}</translation>
    </message>
    <message>
        <source>{words} ({aside})</source>
        <translation>{words}（{aside}）</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>キーボードとマウス</translation>
    </message>
    <message>
        <source>While presenting</source>
        <translation>発表中</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>マウス</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>クリック</translation>
    </message>
    <message>
        <source>Select; on empty ground set the cursor</source>
        <translation>選択。何もない所ではカーソルを置く</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>ダブルクリック</translation>
    </message>
    <message>
        <source>Zoom to the event</source>
        <translation>イベントに合わせて拡大</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Move the window; on the ruler the cursor</source>
        <translation>表示範囲を移動。目盛り上ではカーソルを移動</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>ホイール</translation>
    </message>
    <message>
        <source>On a picture</source>
        <translation>画像の上で</translation>
    </message>
    <message>
        <source>On a slide</source>
        <translation>標本画像の上</translation>
    </message>
    <message>
        <source>Go through the pictures</source>
        <translation>画像を順に見る</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>ポインターを中心に拡大・縮小</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl とホイール</translation>
    </message>
    <message>
        <source>Right-drag</source>
        <translation>右ボタンでドラッグ</translation>
    </message>
    <message>
        <source>Set the greys: width across, centre down</source>
        <translation>階調を調整：横でウィンドウ幅、縦で中心値</translation>
    </message>
    <message>
        <source>Shift and drag, or Space and drag</source>
        <translation>Shift またはスペースを押しながらドラッグ</translation>
    </message>
    <message>
        <source>Move the picture; also with the middle button</source>
        <translation>画像を動かす。中ボタンでも可</translation>
    </message>
    <message>
        <source>Close the polygon that is drawn</source>
        <translation>描いている多角形を閉じる</translation>
    </message>
    <message>
        <source>Shift and wheel</source>
        <translation>Shift＋ホイール</translation>
    </message>
    <message>
        <source>Move the window</source>
        <translation>表示範囲を移動</translation>
    </message>
    <message>
        <source>Right-click on the plots</source>
        <translation>グラフを右クリック</translation>
    </message>
    <message>
        <source>Choose units and scales</source>
        <translation>単位と目盛りを選ぶ</translation>
    </message>
    <message>
        <source>Shift and click</source>
        <translation>Shift＋クリック</translation>
    </message>
    <message>
        <source>Note on the day; in a plot on the point</source>
        <translation>その日にメモ。グラフではその点に</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Shift＋ドラッグ</translation>
    </message>
    <message>
        <source>Note on the days; in a plot on the box</source>
        <translation>その期間にメモ。グラフではその枠に</translation>
    </message>
    <message>
        <source>Drag your own note</source>
        <translation>自分の注記をドラッグ</translation>
    </message>
    <message>
        <source>Move it, or the edge of its days; Alt does not snap</source>
        <translation>注記や期間の端を移動。Altで吸着なし</translation>
    </message>
    <message>
        <source>Alt and click</source>
        <translation>Alt＋クリック</translation>
    </message>
    <message>
        <source>Put the second cursor there</source>
        <translation>そこに第2カーソルを置く</translation>
    </message>
    <message>
        <source>Ctrl and drag</source>
        <translation>Ctrl＋ドラッグ</translation>
    </message>
    <message>
        <source>Mark a period to compare, or move the edge of one</source>
        <translation>比較する期間を指定、または端を動かす</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>encounter</source>
        <translation>受診・入院</translation>
    </message>
    <message>
        <source>symptom</source>
        <translation>症状</translation>
    </message>
    <message>
        <source>drug</source>
        <translation>薬剤</translation>
    </message>
    <message>
        <source>nutrition</source>
        <translation>栄養・輸液</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>手技</translation>
    </message>
    <message>
        <source>diagnostic</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>response</source>
        <translation>治療効果</translation>
    </message>
    <message>
        <source>complication</source>
        <translation>合併症</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>転帰</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Collapse</source>
        <translation>たたむ</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Order as in the Case</source>
        <translation>症例の並び順に戻す</translation>
    </message>
    <message>
        <source>Collapse All</source>
        <translation>すべてたたむ</translation>
    </message>
    <message>
        <source>Expand All</source>
        <translation>すべて開く</translation>
    </message>
    <message>
        <source>Show Hidden Lanes</source>
        <translation>隠したレーンを表示</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>記載</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>算出</translation>
    </message>
    <message>
        <source>read off a figure</source>
        <translation>図から読取</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>made up</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>between two days</source>
        <translation>2時点の間</translation>
    </message>
    <message>
        <source>days derived</source>
        <translation>同・算出</translation>
    </message>
    <message>
        <source>days inferred</source>
        <translation>同・推定</translation>
    </message>
    <message>
        <source>end not stated</source>
        <translation>終了日の記載なし</translation>
    </message>
    <message>
        <source>statement, no values</source>
        <translation>記述のみ</translation>
    </message>
    <message>
        <source>several events</source>
        <translation>複数の事象</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>記号</translation>
    </message>
    <message>
        <source>source disagrees</source>
        <translation>記載の不一致</translation>
    </message>
    <message>
        <source>above limit</source>
        <translation>上限超</translation>
    </message>
    <message>
        <source>below limit</source>
        <translation>下限未満</translation>
    </message>
    <message>
        <source>glucose below 54</source>
        <translation>血糖54未満</translation>
    </message>
    <message>
        <source>not effective</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>death</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>within limits, or none known</source>
        <translation>基準内、または基準なし</translation>
    </message>
    <message>
        <source>less than (&lt;)</source>
        <translation>未満（&lt;）</translation>
    </message>
    <message>
        <source>more than (&gt;)</source>
        <translation>超（&gt;）</translation>
    </message>
    <message>
        <source>a word, no number</source>
        <translation>数値でなく語</translation>
    </message>
    <message>
        <source>beyond the scale</source>
        <translation>目盛りの範囲外</translation>
    </message>
    <message>
        <source>limits of this value alone</source>
        <translation>その値だけの基準範囲</translation>
    </message>
    <message>
        <source>least to greatest of many samples</source>
        <translation>多数の測定値の最小～最大</translation>
    </message>
    <message>
        <source>overlay: first series</source>
        <translation>重ね表示：1番目の系列</translation>
    </message>
    <message>
        <source>overlay: second series</source>
        <translation>重ね表示：2番目の系列</translation>
    </message>
    <message>
        <source>overlay: third series</source>
        <translation>重ね表示：3番目の系列</translation>
    </message>
    <message>
        <source>overlay: fourth series</source>
        <translation>重ね表示：4番目の系列</translation>
    </message>
    <message>
        <source>Treatments and lanes</source>
        <translation>治療とレーン</translation>
    </message>
    <message>
        <source>height by dose</source>
        <translation>高さは用量</translation>
    </message>
    <message>
        <source>cycles, changes</source>
        <translation>コース・変更</translation>
    </message>
    <message>
        <source>response, stage or status</source>
        <translation>効果判定・病期・PS</translation>
    </message>
    <message>
        <source>more than there is room for</source>
        <translation>表示しきれない件数</translation>
    </message>
    <message>
        <source>collapsed lane: surely going on</source>
        <translation>たたんだレーン：確実に継続中</translation>
    </message>
    <message>
        <source>study or report with pictures</source>
        <translation>画像のある検査・報告</translation>
    </message>
    <message>
        <source>Course and cursors</source>
        <translation>経過とカーソル</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>継続中</translation>
    </message>
    <message>
        <source>goes on outside the window</source>
        <translation>表示範囲外へ続く</translation>
    </message>
    <message>
        <source>on that day or earlier</source>
        <translation>その日以前</translation>
    </message>
    <message>
        <source>on that day or later</source>
        <translation>その日以降</translation>
    </message>
    <message>
        <source>days folded away</source>
        <translation>たたんだ日</translation>
    </message>
    <message>
        <source>cursor</source>
        <translation>カーソル</translation>
    </message>
    <message>
        <source>second cursor</source>
        <translation>第2カーソル</translation>
    </message>
    <message>
        <source>Reviewers’ notes</source>
        <translation>レビューの注記</translation>
    </message>
    <message>
        <source>note; shape and colour by author</source>
        <translation>注記（形と色は書いた人）</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>記入中</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>解決済み</translation>
    </message>
    <message>
        <source>new since you last looked</source>
        <translation>前回見た後の新着</translation>
    </message>
    <message>
        <source>note on a period</source>
        <translation>期間の注記</translation>
    </message>
    <message>
        <source>measured distance, kept</source>
        <translation>保存した日数</translation>
    </message>
    <message>
        <source>event, study, value of a reviewer</source>
        <translation>レビューで追加されたイベント・検査・値</translation>
    </message>
    <message>
        <source>event with notes</source>
        <translation>注記のあるイベント</translation>
    </message>
    <message>
        <source>marked as important</source>
        <translation>印：重要</translation>
    </message>
    <message>
        <source>marked as a question</source>
        <translation>印：疑問</translation>
    </message>
    <message>
        <source>a reviewer disagrees</source>
        <translation>印：異議</translation>
    </message>
    <message>
        <source>marked as done</source>
        <translation>印：済</translation>
    </message>
    <message>
        <source>Legend of marks</source>
        <translation>記号の凡例</translation>
    </message>
    <message>
        <source>more…</source>
        <translation>続き…</translation>
    </message>
</context>
<context>
    <name>Lesion</name>
    <message>
        <source>short axis {number} mm</source>
        <translation>短径 {number} mm</translation>
    </message>
    <message>
        <source>{number} mm</source>
        <translation>{number} mm</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>病変</translation>
    </message>
    <message>
        <source>The same name in another study is the same lesion, so that its diameters become a course. Empty for none.</source>
        <translation>別の検査で同じ名前を付けると同じ病変とみなされ、径の推移になります。空欄なら病変に結び付けません。</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名前：</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Lymph node (short axis)</source>
        <translation>リンパ節（短径）</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>Second cursor and periods</source>
        <translation>第2カーソルと期間</translation>
    </message>
    <message>
        <source>Periods compared</source>
        <translation>比較する期間</translation>
    </message>
    <message>
        <source>Between the cursors</source>
        <translation>カーソル間</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>計測</translation>
    </message>
    <message>
        <source>There is no second cursor. M puts it where the cursor is; Alt and a click put it anywhere on the chart.</source>
        <translation>第2カーソルがありません。Mでカーソルの位置に、Alt＋クリックで図の好きな位置に置けます。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}から{last}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>The case has no values.</source>
        <translation>この症例に検査値はありません。</translation>
    </message>
    <message>
        <source>no value at or before this day</source>
        <translation>この日以前の値なし</translation>
    </message>
    <message>
        <source>no change to tell</source>
        <translation>変化は示せない</translation>
    </message>
    <message>
        <source>× {times}</source>
        <translation>{times}倍</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>同日</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days}日間</translation>
    </message>
    <message>
        <source>{days} to {day}</source>
        <translation>{day}まで{days}</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Case</source>
        <translation>症例(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>レーン(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>計測(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>注記(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>発表(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Day Labels</source>
        <translation>日の表示(&amp;D)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近開いた症例(&amp;R)</translation>
    </message>
    <message>
        <source>Fold &amp;by Itself</source>
        <translation>自動的にたたむ(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Lanes and Series</source>
        <translation>区分と検査項目(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>パネル(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>言語(&amp;G)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>プロジェクター</translation>
    </message>
    <message>
        <source>No recent cases</source>
        <translation>最近開いた症例はありません</translation>
    </message>
    <message>
        <source>Forget These Cases</source>
        <translation>履歴を消去</translation>
    </message>
    <message>
        <source>Gaps above {share} % of the window</source>
        <translation>表示範囲の {share} % を超える空白</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Pl&amp;ots</source>
        <translation>グラフ(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Note hand</name>
    <message>
        <source>Move note</source>
        <translation>注記の移動</translation>
    </message>
    <message>
        <source>Change period</source>
        <translation>期間の変更</translation>
    </message>
</context>
<context>
    <name>Note strip</name>
    <message>
        <source>Reviewers’ notes</source>
        <translation>レビューの注記</translation>
    </message>
    <message>
        <source>A click shows them in more rows, or in as few as at first</source>
        <translation>クリックで行数を増減</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Notes</source>
        <translation>経過メモ</translation>
    </message>
    <message>
        <source>1 disagreement in the source</source>
        <translation>原典内の不一致 1件</translation>
    </message>
    <message>
        <source>{count} disagreements in the source</source>
        <translation>原典内の不一致 {count}件</translation>
    </message>
    <message>
        <source>No notes, and no disagreements in the source.</source>
        <translation>メモも原典内の不一致もありません。</translation>
    </message>
    <message>
        <source>Reading: {text}</source>
        <translation>解釈：{text}</translation>
    </message>
    <message>
        <source>Of reviewers</source>
        <translation>レビュー</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>この通知を閉じる</translation>
    </message>
</context>
<context>
    <name>Open</name>
    <message>
        <source>Cases (*.dayline case.json)</source>
        <translation>症例 (*.dayline case.json)</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>症例を開く</translation>
    </message>
    <message>
        <source>Open a case folder</source>
        <translation>症例フォルダーを開く</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>effective</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>not effective</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>death</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>improved</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>worsened</source>
        <translation>悪化</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>転帰</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of the whole course</source>
        <translation>全経過の概観</translation>
    </message>
    <message>
        <source>all {days} d</source>
        <translation>全{days}日</translation>
    </message>
    <message>
        <source>{shown} of {days} d</source>
        <translation>{days}日中 {shown}日</translation>
    </message>
    <message>
        <source>Whole course</source>
        <translation>全経過</translation>
    </message>
</context>
<context>
    <name>Pathology</name>
    <message>
        <source>Pathology</source>
        <translation>病理</translation>
    </message>
    <message>
        <source>No pathology reports are told.</source>
        <translation>病理報告の記載はありません。</translation>
    </message>
    <message>
        <source>Go to the first: {report}, {time}</source>
        <translation>最初の病理へ：{report}、{time}</translation>
    </message>
    <message>
        <source>{day}: no pathology report yet.</source>
        <translation>{day}：病理報告はまだありません。</translation>
    </message>
    <message>
        <source>No diagnosis is told.</source>
        <translation>診断の記載はありません。</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>検体</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>染色</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>図</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>The whole course</source>
        <translation>全経過</translation>
    </message>
    <message>
        <source>{count} more in the table of events</source>
        <translation>ほか{count}件はイベント表にあります</translation>
    </message>
    <message>
        <source>Use as period to compare</source>
        <translation>比較する期間にする</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>at the detector</source>
        <translation>（検出器面上）</translation>
    </message>
    <message>
        <source>Picture before</source>
        <translation>前の画像</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>次の画像</translation>
    </message>
    <message>
        <source>Ten pictures back</source>
        <translation>10 枚戻る</translation>
    </message>
    <message>
        <source>Ten pictures on</source>
        <translation>10 枚進む</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>最初の画像</translation>
    </message>
    <message>
        <source>Last picture</source>
        <translation>最後の画像</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>楕円</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多角形</translation>
    </message>
    <message>
        <source>The file’s own</source>
        <translation>ファイルの設定</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>腹部</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝臓</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>肺野</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>脳</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体表示</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>等倍</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>白黒反転</translation>
    </message>
    <message>
        <source>Exchange left and right</source>
        <translation>左右を入れ替える</translation>
    </message>
    <message>
        <source>Lesion…</source>
        <translation>病変…</translation>
    </message>
    <message>
        <source>Delete measurement</source>
        <translation>計測を削除</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>比較する検査…</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>大きく表示</translation>
    </message>
    <message>
        <source>About this picture…</source>
        <translation>この画像について…</translation>
    </message>
    <message>
        <source>Picture limits…</source>
        <translation>画像の上限…</translation>
    </message>
    <message>
        <source>Abandon what is drawn; back to the panel</source>
        <translation>描きかけをやめる。パネルに戻る</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>階調</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Divider between the two pictures</source>
        <translation>2画像の境界線</translation>
    </message>
    <message>
        <source>Measure on a picture</source>
        <translation>画像上で計測</translation>
    </message>
    <message>
        <source>Move measurement</source>
        <translation>計測を動かす</translation>
    </message>
    <message>
        <source>Name lesion</source>
        <translation>病変に名前を付ける</translation>
    </message>
    <message>
        <source>Each is scrolled by itself.</source>
        <translation>それぞれ別に動きます。</translation>
    </message>
    <message>
        <source>Scrolled together by their share of the series only.</source>
        <translation>シリーズ内の割合だけで連動します。</translation>
    </message>
    <message>
        <source>Same place of the patient.</source>
        <translation>患者の同じ位置。</translation>
    </message>
    <message>
        <source>Same place of the table: the patient may lie otherwise.</source>
        <translation>寝台の同じ位置（患者の位置は異なることがあります）。</translation>
    </message>
    <message>
        <source>Shifted by {mm} mm.</source>
        <translation>{mm} mmずらしています。</translation>
    </message>
    <message>
        <source>Nearest slice: {mm} mm off.</source>
        <translation>最も近いスライスまで{mm} mm。</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>no scale: {length} px</source>
        <translation>縮尺なし：{length} px</translation>
    </message>
    <message>
        <source>{angle}°</source>
        <translation>{angle}°</translation>
    </message>
    <message>
        <source>{area} mm²</source>
        <translation>{area} mm²</translation>
    </message>
    <message>
        <source>no scale</source>
        <translation>縮尺なし</translation>
    </message>
    <message>
        <source>{name}, lymph node</source>
        <translation>{name}（リンパ節）</translation>
    </message>
    <message>
        <source>{mean} ± {sd}</source>
        <translation>{mean} ± {sd}</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>シリーズ</translation>
    </message>
    <message>
        <source>No other study has pictures.</source>
        <translation>画像のある検査はほかにありません。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Series without a title</source>
        <translation>名称のないシリーズ</translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation>画像を探しています…</translation>
    </message>
    <message>
        <source>Looking for pictures: {done} of {of} files…</source>
        <translation>画像を探しています：{of} ファイル中 {done}…</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>C {centre} · W {width}</source>
        <translation>WL {centre} · WW {width}</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Synthetic: no patient’s picture</source>
        <translation>合成画像：患者の画像ではありません</translation>
    </message>
    <message>
        <source>Left and right exchanged</source>
        <translation>左右を入れ替えて表示</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>白黒反転</translation>
    </message>
    <message>
        <source>{number} / {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>{x}, {y}</source>
        <translation>{x}, {y}</translation>
    </message>
</context>
<context>
    <name>Picture limits</name>
    <message>
        <source>Picture limits</source>
        <translation>画像の上限</translation>
    </message>
    <message>
        <source>A file can ask for more memory than the computer has. Larger pictures are not decoded, and say so in their place.</source>
        <translation>ファイルによっては、コンピューターにある以上のメモリーを要求します。上限を超える画像は復号せず、その場所に理由を表示します。</translation>
    </message>
    <message>
        <source>Memory for one picture</source>
        <translation>画像 1 枚のメモリー</translation>
    </message>
    <message>
        <source>Memory for one series</source>
        <translation>1 シリーズのメモリー</translation>
    </message>
    <message>
        <source>One picture:</source>
        <translation>画像 1 枚：</translation>
    </message>
    <message>
        <source>One series:</source>
        <translation>1 シリーズ：</translation>
    </message>
</context>
<context>
    <name>PictureFact</name>
    <message>
        <source>Modality</source>
        <translation>モダリティ</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>シリーズ</translation>
    </message>
    <message>
        <source>Slice thickness</source>
        <translation>スライス厚</translation>
    </message>
    <message>
        <source>Tube voltage</source>
        <translation>管電圧</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>再構成関数</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>マトリックス</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>保存形式</translation>
    </message>
</context>
<context>
    <name>Pinned</name>
    <message>
        <source>Unpin: {part}</source>
        <translation>ピン留めを解除：{part}</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Nothing is pinned. Select something and pin it in Details, or with Ctrl+D.</source>
        <translation>ピン留めはありません。選択して「詳細」で、またはCtrl+Dでピン留めします。</translation>
    </message>
</context>
<context>
    <name>Play</name>
    <message>
        <source>Days a second</source>
        <translation>1秒あたりの日数</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stay at this day</source>
        <translation>この日で止める</translation>
    </message>
    <message>
        <source>Playing day by day</source>
        <translation>1日ずつ再生中</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>Shared Axis</source>
        <translation>縦軸を共通にする</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>重ねて表示</translation>
    </message>
    <message>
        <source>Axis Follows the Window</source>
        <translation>縦軸を表示範囲に合わせる</translation>
    </message>
    <message>
        <source>Scale of {series}</source>
        <translation>{series}の目盛り</translation>
    </message>
    <message>
        <source>Scale of All Series</source>
        <translation>すべての項目の目盛り</translation>
    </message>
    <message>
        <source>{analyte} in {unit} ({factor})</source>
        <translation>{analyte}を{unit}で表示（{factor}）</translation>
    </message>
    <message>
        <source>As Fits the Series</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>Multiples of the Upper Limit</source>
        <translation>基準上限の倍数</translation>
    </message>
    <message>
        <source>the upper limit changes</source>
        <translation>基準上限が一定でない</translation>
    </message>
    <message>
        <source>no upper limit is given</source>
        <translation>基準上限の記載なし</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>no value</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>Level 2 (below {limit})</source>
        <translation>レベル2（{limit}未満）</translation>
    </message>
    <message>
        <source>Level 1 ({low}–{high})</source>
        <translation>レベル1（{low}–{high}）</translation>
    </message>
    <message>
        <source>too much for one panel</source>
        <translation>重ねるには多すぎます</translation>
    </message>
    <message>
        <source>In a panel of its own: with it, an overlay could not be read</source>
        <translation>重ねると読めなくなるため、別に表示しています</translation>
    </message>
    <message>
        <source>{days} days before</source>
        <translation>{days}日前</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>検査値グラフ</translation>
    </message>
    <message>
        <source>Events that the case puts beside {name}</source>
        <translation>{name}に並べて示すよう症例で指定されたイベント</translation>
    </message>
    <message>
        <source>Printed in the source as {printed}, read as {unit}</source>
        <translation>原典の表記は{printed}、{unit}と解釈</translation>
    </message>
    <message>
        <source>Level 1: below {limit} {unit}</source>
        <translation>レベル1：{limit} {unit}未満</translation>
    </message>
    <message>
        <source>Level 2: below {limit} {unit}</source>
        <translation>レベル2：{limit} {unit}未満</translation>
    </message>
    <message>
        <source>= {value}, converted: {factor}</source>
        <translation>＝ {value}（換算：{factor}）</translation>
    </message>
    <message>
        <source>Measured at: {name}</source>
        <translation>測定施設：{name}</translation>
    </message>
    <message>
        <source>The source disagrees: {title}</source>
        <translation>原典内の不一致：{title}</translation>
    </message>
    <message>
        <source>level 1: below {limit}</source>
        <translation>レベル1：{limit}未満</translation>
    </message>
    <message>
        <source>level 2: below {limit}</source>
        <translation>レベル2：{limit}未満</translation>
    </message>
    <message>
        <source>1×: the upper limit of each series</source>
        <translation>1×：各項目の基準上限</translation>
    </message>
    <message>
        <source>reference intervals given with the values</source>
        <translation>基準値は各測定値に付記</translation>
    </message>
    <message>
        <source>no reference interval given</source>
        <translation>基準値の記載なし</translation>
    </message>
    <message>
        <source>reference {limits}</source>
        <translation>基準 {limits}</translation>
    </message>
    <message>
        <source>nothing told after {day}</source>
        <translation>{day}より後は示されていない</translation>
    </message>
    <message>
        <source>nothing stated after {day}</source>
        <translation>{day}より後の記載なし</translation>
    </message>
    <message>
        <source>a statement of the source; no value is told after {day}</source>
        <translation>原典の記述であり、{day}より後の数値は示されていない</translation>
    </message>
    <message>
        <source>a statement of the source; it gives no value after {day}</source>
        <translation>原典の記述であり、{day}より後の数値はない</translation>
    </message>
    <message>
        <source>Nearest: {when}.</source>
        <translation>最寄り：{when}。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>そこへ移動</translation>
    </message>
    <message>
        <source>No values in this window.</source>
        <translation>この範囲に検査値はありません。</translation>
    </message>
    <message>
        <source>No values to show.</source>
        <translation>表示する検査値はありません。</translation>
    </message>
    <message>
        <source>No values in this case.</source>
        <translation>この症例に検査値はありません。</translation>
    </message>
    <message>
        <source>summary: {count} values, lowest to highest of each pixel column</source>
        <translation>要約：{count}点、画素列ごとの最小～最大</translation>
    </message>
    <message>
        <source>summary: about {count} values, lowest to highest of each pixel column</source>
        <translation>要約：約{count}点、画素列ごとの最小～最大</translation>
    </message>
</context>
<context>
    <name>Present</name>
    <message>
        <source>This deck has {count} scenes; it begins with the last.</source>
        <translation>この場面集は {count} 場面です。最後の場面から始めます。</translation>
    </message>
    <message>
        <source>There is no scene to present yet. Add one, or make a deck.</source>
        <translation>発表する場面がまだありません。場面を追加するか、場面集を作成してください。</translation>
    </message>
    <message>
        <source>Every scene names something that is no longer in the case.</source>
        <translation>どの場面も、症例にもうないものを指しています。</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>画像をクリップボードにコピーしました。</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>There is nothing at “{path}”.</source>
        <translation>「{path}」が見つかりません。</translation>
    </message>
    <message>
        <source>Check whether it was moved or renamed, or whether a drive is not connected.</source>
        <translation>移動や名前の変更がないか、ドライブが接続されているかを確認してください。</translation>
    </message>
    <message>
        <source>“{path}” holds no case.json, so it is not a case.</source>
        <translation>「{path}」にはcase.jsonがないため、症例ではありません。</translation>
    </message>
    <message>
        <source>Choose the folder that has a file named case.json in it.</source>
        <translation>case.jsonというファイルがあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>You do not have permission to read “{path}”.</source>
        <translation>「{path}」を読む権限がありません。</translation>
    </message>
    <message>
        <source>Ask its owner for access, or copy it to a place of your own.</source>
        <translation>所有者に権限を求めるか、自分の場所にコピーしてください。</translation>
    </message>
    <message>
        <source>“{path}” is a folder, not a file.</source>
        <translation>「{path}」はファイルではなくフォルダーです。</translation>
    </message>
    <message>
        <source>“{path}” is a pipe, not a file.</source>
        <translation>「{path}」はファイルではなくパイプです。</translation>
    </message>
    <message>
        <source>“{path}” is a socket, not a file.</source>
        <translation>「{path}」はファイルではなくソケットです。</translation>
    </message>
    <message>
        <source>“{path}” is a device, not a file.</source>
        <translation>「{path}」はファイルではなくデバイスです。</translation>
    </message>
    <message>
        <source>“{path}” is not a case.</source>
        <translation>「{path}」は症例ではありません。</translation>
    </message>
    <message>
        <source>Choose a case folder, its case.json or a .dayline file.</source>
        <translation>症例フォルダー、その中のcase.json、または.daylineファイルを選んでください。</translation>
    </message>
    <message>
        <source>“{path}” could not be read: {reason}.</source>
        <translation>「{path}」を読み込めませんでした：{reason}。</translation>
    </message>
    <message>
        <source>Check the drive or the network, then open it again.</source>
        <translation>ドライブやネットワークを確認してから開き直してください。</translation>
    </message>
    <message>
        <source>“{path}” is larger than the limit of {limit}.</source>
        <translation>「{path}」が上限の{limit}を超えています。</translation>
    </message>
    <message>
        <source>Move long series out of case.json into files beside it.</source>
        <translation>長い測定系列をcase.jsonから同じフォルダーの別ファイルに移してください。</translation>
    </message>
    <message>
        <source>Use a smaller copy of the file.</source>
        <translation>小さくしたファイルを使ってください。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>Restore it from a copy; saving or copying it may have been cut short.</source>
        <translation>控えから復元してください。保存やコピーが途中で切れた可能性があります。</translation>
    </message>
    <message>
        <source>“{path}” is a link that leads out of the case.</source>
        <translation>「{path}」は症例の外を指すリンクです。</translation>
    </message>
    <message>
        <source>Put the file itself into the case folder.</source>
        <translation>ファイルそのものを症例フォルダーに入れてください。</translation>
    </message>
    <message>
        <source>“{path}” is damaged, or is not a .dayline file.</source>
        <translation>「{path}」は壊れているか、.daylineファイルではありません。</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>“{entry}” in the .dayline file is encrypted.</source>
        <translation>.daylineファイル内の「{entry}」は暗号化されています。</translation>
    </message>
    <message>
        <source>Unpack it with the password, then open the folder or zip it again without one.</source>
        <translation>パスワードで展開し、フォルダーを開くか、パスワードなしで圧縮し直してください。</translation>
    </message>
    <message>
        <source>“{entry}” in the .dayline file is compressed in a way that is not read here.</source>
        <translation>.daylineファイル内の「{entry}」の圧縮形式には対応していません。</translation>
    </message>
    <message>
        <source>Zip the folder again with ordinary (deflate) compression.</source>
        <translation>通常の（deflate）圧縮でフォルダーを圧縮し直してください。</translation>
    </message>
    <message>
        <source>The .dayline file holds more files than the limit of {limit}.</source>
        <translation>.daylineファイル内のファイル数が上限の{limit}を超えています。</translation>
    </message>
    <message>
        <source>“{entry}” in the .dayline file is larger than the limit of {limit}.</source>
        <translation>.daylineファイル内の「{entry}」が上限の{limit}を超えています。</translation>
    </message>
    <message>
        <source>Unpacked, the .dayline file is larger than the limit of {limit}.</source>
        <translation>.daylineファイルの展開後のサイズが上限の{limit}を超えています。</translation>
    </message>
    <message>
        <source>Open the case as a folder instead, or leave out what it does not need.</source>
        <translation>フォルダーのまま開くか、不要なものを除いてください。</translation>
    </message>
    <message>
        <source>“{entry}” in the .dayline file unpacks to more than {limit} times its size.</source>
        <translation>.daylineファイル内の「{entry}」は展開すると{limit}倍を超える大きさになります。</translation>
    </message>
    <message>
        <source>Open it only if you trust where it comes from: unpack it and open the folder.</source>
        <translation>出所が信頼できる場合に限り、展開してからフォルダーを開いてください。</translation>
    </message>
    <message>
        <source>The .dayline file holds an unsafe name: “{entry}”.</source>
        <translation>.daylineファイルに危険な名前があります：「{entry}」。</translation>
    </message>
    <message>
        <source>“{entry}” in the .dayline file is a link or a special file.</source>
        <translation>.daylineファイル内の「{entry}」はリンクまたは特殊ファイルです。</translation>
    </message>
    <message>
        <source>“{entry}” stands in the .dayline file twice.</source>
        <translation>.daylineファイル内に「{entry}」が2つあります。</translation>
    </message>
    <message>
        <source>Zip the case folder again.</source>
        <translation>症例フォルダーを圧縮し直してください。</translation>
    </message>
    <message>
        <source>The file is not written in UTF-8; it looks like {encoding}.</source>
        <translation>ファイルの文字コードがUTF-8ではありません（{encoding}と思われます）。</translation>
    </message>
    <message>
        <source>The file is not written in UTF-8.</source>
        <translation>ファイルの文字コードがUTF-8ではありません。</translation>
    </message>
    <message>
        <source>Open it in a text editor and save it as UTF-8.</source>
        <translation>テキストエディターで開き、UTF-8で保存してください。</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark.</source>
        <translation>ファイルの先頭にバイト順マーク（BOM）があります。</translation>
    </message>
    <message>
        <source>It opens all the same; save it as “UTF-8” rather than “UTF-8 with BOM”.</source>
        <translation>このままでも開けますが、「UTF-8（BOM付き）」ではなく「UTF-8」で保存してください。</translation>
    </message>
    <message>
        <source>The file ends too early: the “{bracket}” of line {opened} is never closed.</source>
        <translation>ファイルが途中で終わっています：{opened}行目の「{bracket}」が閉じられていません。</translation>
    </message>
    <message>
        <source>Add the missing bracket, or restore the file from a copy if its end was lost.</source>
        <translation>括弧を補ってください。末尾が失われている場合は控えから復元してください。</translation>
    </message>
    <message>
        <source>“{found}” cannot close the “{bracket}” of line {opened}.</source>
        <translation>「{found}」では{opened}行目の「{bracket}」を閉じられません。</translation>
    </message>
    <message>
        <source>Write “{wanted}” here.</source>
        <translation>ここには「{wanted}」と書いてください。</translation>
    </message>
    <message>
        <source>A comma stands before a closing bracket.</source>
        <translation>閉じ括弧の前にコンマがあります。</translation>
    </message>
    <message>
        <source>Delete the comma.</source>
        <translation>コンマを削除してください。</translation>
    </message>
    <message>
        <source>A comma is missing before “{found}”.</source>
        <translation>「{found}」の前にコンマがありません。</translation>
    </message>
    <message>
        <source>Put a comma between the two entries.</source>
        <translation>2つの項目の間にコンマを入れてください。</translation>
    </message>
    <message>
        <source>A colon is missing after the name “{name}”.</source>
        <translation>名前「{name}」の後にコロンがありません。</translation>
    </message>
    <message>
        <source>Write the name, a colon, then the value.</source>
        <translation>名前、コロン、値の順に書いてください。</translation>
    </message>
    <message>
        <source>A name in double quotation marks must stand here, not “{found}”.</source>
        <translation>ここには「{found}」ではなく、二重引用符で囲んだ名前が必要です。</translation>
    </message>
    <message>
        <source>Write, for example, &quot;day&quot;: 12.</source>
        <translation>例：&quot;day&quot;: 12</translation>
    </message>
    <message>
        <source>Text must stand in straight double quotation marks, not {found}.</source>
        <translation>文字列は{found}ではなく、半角の二重引用符で囲む必要があります。</translation>
    </message>
    <message>
        <source>Replace them with the plain mark &quot;.</source>
        <translation>半角の &quot; に置き換えてください。</translation>
    </message>
    <message>
        <source>The text that begins here is not closed.</source>
        <translation>ここから始まる文字列が閉じられていません。</translation>
    </message>
    <message>
        <source>End it with &quot; on the same line; write \n where a new line is meant.</source>
        <translation>同じ行の中で &quot; で閉じてください。改行は \n と書きます。</translation>
    </message>
    <message>
        <source>The text holds a control character.</source>
        <translation>文字列に制御文字が含まれています。</translation>
    </message>
    <message>
        <source>Delete it; write \t where a tabulator is meant.</source>
        <translation>削除してください。タブは \t と書きます。</translation>
    </message>
    <message>
        <source>“{found}” has no meaning in a text.</source>
        <translation>「{found}」は文字列の中で意味を持ちません。</translation>
    </message>
    <message>
        <source>Write \\ where a backslash is meant.</source>
        <translation>バックスラッシュは \\ と書いてください。</translation>
    </message>
    <message>
        <source>“{found}” is half a character.</source>
        <translation>「{found}」は文字の片割れです。</translation>
    </message>
    <message>
        <source>Write the character itself.</source>
        <translation>文字そのものを書いてください。</translation>
    </message>
    <message>
        <source>“{found}” is not a number as JSON writes it.</source>
        <translation>「{found}」はJSONの数値の書き方ではありません。</translation>
    </message>
    <message>
        <source>Write digits with a point, such as 0.5 or -12, without spaces or a plus sign.</source>
        <translation>0.5や-12のように、空白やプラス記号を入れず半角数字と小数点で書いてください。</translation>
    </message>
    <message>
        <source>A comment stands here; JSON has none.</source>
        <translation>コメントがあります。JSONにコメントは書けません。</translation>
    </message>
    <message>
        <source>Delete the comment.</source>
        <translation>コメントを削除してください。</translation>
    </message>
    <message>
        <source>“{found}” cannot stand here.</source>
        <translation>ここに「{found}」は書けません。</translation>
    </message>
    <message>
        <source>Put text in double quotation marks; write true, false or null without.</source>
        <translation>文字列は二重引用符で囲んでください。true、false、nullは囲みません。</translation>
    </message>
    <message>
        <source>A value is missing before “{found}”.</source>
        <translation>「{found}」の前に値がありません。</translation>
    </message>
    <message>
        <source>Write the value, or delete the entry.</source>
        <translation>値を書くか、項目を削除してください。</translation>
    </message>
    <message>
        <source>The file goes on after its end, with “{found}”.</source>
        <translation>終わりの後に「{found}」が続いています。</translation>
    </message>
    <message>
        <source>Delete what follows the last bracket, or a bracket that closes too early.</source>
        <translation>最後の括弧より後ろか、早く閉じている括弧を削除してください。</translation>
    </message>
    <message>
        <source>Brackets are nested more deeply than the limit of {limit}.</source>
        <translation>括弧の入れ子が上限の{limit}段を超えています。</translation>
    </message>
    <message>
        <source>Check the brackets before this line.</source>
        <translation>この行より前の括弧を確認してください。</translation>
    </message>
    <message>
        <source>The file is not JSON: {reason}.</source>
        <translation>ファイルがJSONではありません：{reason}。</translation>
    </message>
    <message>
        <source>Correct it, or restore the file from a copy.</source>
        <translation>修正するか、控えから復元してください。</translation>
    </message>
    <message>
        <source>The file does not hold a case.</source>
        <translation>ファイルの内容が症例ではありません。</translation>
    </message>
    <message>
        <source>A case stands in braces and begins with {{&quot;format&quot;: &quot;{format}&quot;.</source>
        <translation>症例は波括弧で囲み、{{&quot;format&quot;: &quot;{format}&quot; で始めます。</translation>
    </message>
    <message>
        <source>The file does not say that it is a case.</source>
        <translation>症例であることを示す記載がファイルにありません。</translation>
    </message>
    <message>
        <source>“{found}” is not the format of a case.</source>
        <translation>「{found}」は症例の形式ではありません。</translation>
    </message>
    <message>
        <source>A case says &quot;format&quot;: &quot;{format}&quot;.</source>
        <translation>症例には &quot;format&quot;: &quot;{format}&quot; と書きます。</translation>
    </message>
    <message>
        <source>The case is written in {found}, which is newer than this program.</source>
        <translation>症例の形式{found}は、このプログラムより新しいものです。</translation>
    </message>
    <message>
        <source>It opens for reading only, and parts may be missing; update the program.</source>
        <translation>読み取り専用で開きます。一部が欠けることがあります。プログラムを更新してください。</translation>
    </message>
    <message>
        <source>“{name}” stands twice in the same place, on lines {first} and {second}.</source>
        <translation>「{name}」が同じ場所に2つあります（{first}行目と{second}行目）。</translation>
    </message>
    <message>
        <source>“{name}” stands twice in the same place, both times on line {first}.</source>
        <translation>「{name}」が同じ場所に2つあります（どちらも{first}行目）。</translation>
    </message>
    <message>
        <source>Delete the one that is wrong.</source>
        <translation>誤っている方を削除してください。</translation>
    </message>
    <message>
        <source>{found} is not a number that can be used.</source>
        <translation>{found}は使用できる数値ではありません。</translation>
    </message>
    <message>
        <source>The number is too great to be used.</source>
        <translation>数値が大きすぎて使用できません。</translation>
    </message>
    <message>
        <source>Write the number that the source gives, or leave the entry out.</source>
        <translation>原典にある数値を書くか、項目を省いてください。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is required and missing.</source>
        <translation>必須の &quot;{name}&quot; がありません。</translation>
    </message>
    <message>
        <source>Add it.</source>
        <translation>追加してください。</translation>
    </message>
    <message>
        <source>Did you mean it by &quot;{guess}&quot;? Rename that.</source>
        <translation>&quot;{guess}&quot; のつもりでしたら、名前を直してください。</translation>
    </message>
    <message>
        <source>This must be a number.</source>
        <translation>ここには数値が必要です。</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>ここには整数が必要です。</translation>
    </message>
    <message>
        <source>Write it without quotation marks.</source>
        <translation>引用符を付けずに書いてください。</translation>
    </message>
    <message>
        <source>Write a number such as 12.</source>
        <translation>12のような数値を書いてください。</translation>
    </message>
    <message>
        <source>This must be true or false.</source>
        <translation>ここにはtrueまたはfalseが必要です。</translation>
    </message>
    <message>
        <source>Write true or false, without quotation marks.</source>
        <translation>引用符を付けずにtrueまたはfalseと書いてください。</translation>
    </message>
    <message>
        <source>This must be text.</source>
        <translation>ここには文字列が必要です。</translation>
    </message>
    <message>
        <source>Put it in double quotation marks.</source>
        <translation>二重引用符で囲んでください。</translation>
    </message>
    <message>
        <source>This must be text, or text by language.</source>
        <translation>ここには文字列、または言語別の文字列が必要です。</translation>
    </message>
    <message>
        <source>Write &quot;words&quot;, or {{&quot;en&quot;: &quot;words&quot;, &quot;ja&quot;: &quot;言葉&quot;}}.</source>
        <translation>&quot;言葉&quot; または {{&quot;en&quot;: &quot;words&quot;, &quot;ja&quot;: &quot;言葉&quot;}} と書いてください。</translation>
    </message>
    <message>
        <source>“{name}” is not the short name of a language.</source>
        <translation>「{name}」は言語の略号ではありません。</translation>
    </message>
    <message>
        <source>Write, for example, &quot;en&quot;, &quot;ja&quot; or &quot;pt-BR&quot;.</source>
        <translation>例：&quot;en&quot;、&quot;ja&quot;、&quot;pt-BR&quot;</translation>
    </message>
    <message>
        <source>This must be a list.</source>
        <translation>ここにはリストが必要です。</translation>
    </message>
    <message>
        <source>Put its entries in square brackets [ ].</source>
        <translation>項目を角括弧 [ ] で囲んでください。</translation>
    </message>
    <message>
        <source>This must be an entry in braces.</source>
        <translation>ここには波括弧で囲んだ項目が必要です。</translation>
    </message>
    <message>
        <source>Write names and values in braces {{ }}.</source>
        <translation>名前と値を波括弧 {{ }} の中に書いてください。</translation>
    </message>
    <message>
        <source>This must be a time.</source>
        <translation>ここには時期が必要です。</translation>
    </message>
    <message>
        <source>Write, for example, {{&quot;day&quot;: 12}}.</source>
        <translation>例：{{&quot;day&quot;: 12}}</translation>
    </message>
    <message>
        <source>This must be a time, &quot;open&quot; or &quot;unknown&quot;.</source>
        <translation>ここには時期、&quot;open&quot;、&quot;unknown&quot; のいずれかが必要です。</translation>
    </message>
    <message>
        <source>This must be one of: {choices}.</source>
        <translation>次のいずれかが必要です：{choices}。</translation>
    </message>
    <message>
        <source>Write one of them exactly as it stands here.</source>
        <translation>いずれかをこの表記のとおりに書いてください。</translation>
    </message>
    <message>
        <source>Did you mean &quot;{guess}&quot;?</source>
        <translation>&quot;{guess}&quot; ではありませんか。</translation>
    </message>
    <message>
        <source>This cannot be an id.</source>
        <translation>idとして使えません。</translation>
    </message>
    <message>
        <source>Use 1 to 100 of the letters A to Z, digits, “.”, “_” and “-”, without spaces.</source>
        <translation>半角の英数字と「.」「_」「-」を1～100字、空白なしで使ってください。</translation>
    </message>
    <message>
        <source>The text is longer than {limit} characters.</source>
        <translation>文字列が{limit}字を超えています。</translation>
    </message>
    <message>
        <source>Shorten it, or divide it.</source>
        <translation>短くするか、分けてください。</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>空にはできません。</translation>
    </message>
    <message>
        <source>Fill it in, or leave the whole entry out.</source>
        <translation>記入するか、項目ごと省いてください。</translation>
    </message>
    <message>
        <source>This must be at least {limit}.</source>
        <translation>{limit}以上にしてください。</translation>
    </message>
    <message>
        <source>This must be at most {limit}.</source>
        <translation>{limit}以下にしてください。</translation>
    </message>
    <message>
        <source>Compare it with the source.</source>
        <translation>原典と照合してください。</translation>
    </message>
    <message>
        <source>A day must lie within {limit} days before or after day zero.</source>
        <translation>病日は第0病日の前後{limit}日以内でなければなりません。</translation>
    </message>
    <message>
        <source>Write days counted from day zero, not a date or a time of day.</source>
        <translation>日付や時刻ではなく、第0病日から数えた日数を書いてください。</translation>
    </message>
    <message>
        <source>This cannot stand here ({reason}).</source>
        <translation>ここには書けません（{reason}）。</translation>
    </message>
    <message>
        <source>Compare it with the description of the format.</source>
        <translation>形式の説明と照合してください。</translation>
    </message>
    <message>
        <source>Correct it in the file and open the case again.</source>
        <translation>ファイルを修正し、症例を開き直してください。</translation>
    </message>
    <message>
        <source>&quot;day&quot; is exact: leave out &quot;earliest&quot;, &quot;latest&quot; and &quot;about&quot;.</source>
        <translation>&quot;day&quot; は正確な日です。&quot;earliest&quot;、&quot;latest&quot;、&quot;about&quot; は省いてください。</translation>
    </message>
    <message>
        <source>A time needs &quot;day&quot;, or at least one of &quot;earliest&quot;, &quot;latest&quot; and &quot;about&quot;.</source>
        <translation>時期には &quot;day&quot;、または &quot;earliest&quot;、&quot;latest&quot;、&quot;about&quot; の少なくとも1つが必要です。</translation>
    </message>
    <message>
        <source>&quot;earliest&quot;, &quot;about&quot; and &quot;latest&quot; must not decrease.</source>
        <translation>&quot;earliest&quot;、&quot;about&quot;、&quot;latest&quot; はこの順に小さくならないようにしてください。</translation>
    </message>
    <message>
        <source>This is no date such as “2021-04-01”.</source>
        <translation>「2021-04-01」のような日付ではありません。</translation>
    </message>
    <message>
        <source>Part of a day needs a finer &quot;precision&quot;.</source>
        <translation>1日未満の端数には、より細かい &quot;precision&quot; が必要です。</translation>
    </message>
    <message>
        <source>It ends before it starts.</source>
        <translation>終了が開始より前です。</translation>
    </message>
    <message>
        <source>A reference interval needs &quot;low&quot; or &quot;high&quot;.</source>
        <translation>基準値には &quot;low&quot; または &quot;high&quot; が必要です。</translation>
    </message>
    <message>
        <source>The annotation lacks what its kind needs.</source>
        <translation>注記に、その種類に必要なものがありません。</translation>
    </message>
    <message>
        <source>&quot;low&quot; must not lie above &quot;high&quot;.</source>
        <translation>&quot;low&quot; は &quot;high&quot; を超えられません。</translation>
    </message>
    <message>
        <source>A measurement needs &quot;value&quot; or &quot;word&quot;.</source>
        <translation>測定値には &quot;value&quot; または &quot;word&quot; が必要です。</translation>
    </message>
    <message>
        <source>A change needs &quot;dose&quot; or &quot;text&quot;.</source>
        <translation>変更には &quot;dose&quot; か &quot;text&quot; が必要です。</translation>
    </message>
    <message>
        <source>A response is CR, PR, SD, PD or NE.</source>
        <translation>治療効果は CR、PR、SD、PD、NE のいずれかです。</translation>
    </message>
    <message>
        <source>&quot;comparator&quot; needs &quot;value&quot;.</source>
        <translation>&quot;comparator&quot; には &quot;value&quot; が必要です。</translation>
    </message>
    <message>
        <source>&quot;start&quot; and &quot;every_days&quot; go together.</source>
        <translation>&quot;start&quot; と &quot;every_days&quot; は両方とも必要です。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not a name that stands here.</source>
        <translation>ここに &quot;{name}&quot; という名前は使えません。</translation>
    </message>
    <message>
        <source>It is kept in the file, but nothing is shown of it.</source>
        <translation>ファイルには残りますが、表示されません。</translation>
    </message>
    <message>
        <source>Did you mean &quot;{guess}&quot;? It is kept in the file, but nothing is shown of it.</source>
        <translation>&quot;{guess}&quot; ではありませんか。ファイルには残りますが、表示されません。</translation>
    </message>
    <message>
        <source>The id “{id}” is already taken by {first}.</source>
        <translation>id「{id}」は{first}で使われています。</translation>
    </message>
    <message>
        <source>Give one of the two another id.</source>
        <translation>どちらかを別のidにしてください。</translation>
    </message>
    <message>
        <source>There is no lane “{id}”.</source>
        <translation>区分（lane）「{id}」がありません。</translation>
    </message>
    <message>
        <source>Did you mean “{guess}”?</source>
        <translation>「{guess}」ではありませんか。</translation>
    </message>
    <message>
        <source>Add it to &quot;lanes&quot;, or name another.</source>
        <translation>&quot;lanes&quot; に追加するか、別の区分を指定してください。</translation>
    </message>
    <message>
        <source>The lane “{id}” would stand below itself.</source>
        <translation>レーン「{id}」が自分自身の下に置かれることになります。</translation>
    </message>
    <message>
        <source>Delete this “group”, or that of a lane above it.</source>
        <translation>この「group」、または上位のレーンの「group」を削除してください。</translation>
    </message>
    <message>
        <source>Nothing in the case has the id “{id}”.</source>
        <translation>症例の中にid「{id}」のものがありません。</translation>
    </message>
    <message>
        <source>Correct the id, or delete it here.</source>
        <translation>idを修正するか、ここから削除してください。</translation>
    </message>
    <message>
        <source>“{id}” is left out of the case for a fault of its own.</source>
        <translation>「{id}」自体に誤りがあるため、症例から除かれています。</translation>
    </message>
    <message>
        <source>Correct that fault first.</source>
        <translation>先にその誤りを修正してください。</translation>
    </message>
    <message>
        <source>There is no lane or series “{id}”.</source>
        <translation>区分（lane）または系列（series）「{id}」がありません。</translation>
    </message>
    <message>
        <source>There is no series “{id}”.</source>
        <translation>系列（series）「{id}」がありません。</translation>
    </message>
    <message>
        <source>There is no event “{id}”.</source>
        <translation>イベント「{id}」がありません。</translation>
    </message>
    <message>
        <source>There is no panel “{name}”.</source>
        <translation>パネル「{name}」がありません。</translation>
    </message>
    <message>
        <source>Name one of: {choices}.</source>
        <translation>次のいずれかを指定してください：{choices}</translation>
    </message>
    <message>
        <source>There is no source “{id}”.</source>
        <translation>出典「{id}」がありません。</translation>
    </message>
    <message>
        <source>Add it to &quot;sources&quot;, or name another.</source>
        <translation>&quot;sources&quot; に追加するか、別の出典を指定してください。</translation>
    </message>
    <message>
        <source>The file “{name}” is not in the case.</source>
        <translation>症例の中にファイル「{name}」がありません。</translation>
    </message>
    <message>
        <source>Put it into the case folder, or correct its name (capital letters count).</source>
        <translation>症例フォルダーに入れるか、名前を修正してください（大文字と小文字は区別されます）。</translation>
    </message>
    <message>
        <source>“{name}” does not name a file inside the case.</source>
        <translation>「{name}」は症例内のファイルを指していません。</translation>
    </message>
    <message>
        <source>Put the file into the case folder and write its name, such as figures/ct.png.</source>
        <translation>ファイルを症例フォルダーに入れ、figures/ct.pngのように名前を書いてください。</translation>
    </message>
    <message>
        <source>“{file}” is no file of a kind that is read here.</source>
        <translation>「{file}」は読み込める種類のファイルではありません。</translation>
    </message>
    <message>
        <source>Save the values as .npy or .csv, or as .parquet where pyarrow is installed.</source>
        <translation>.npy か .csv で保存してください（pyarrow があれば .parquet も可）。</translation>
    </message>
    <message>
        <source>“{file}” is a Parquet file, and pyarrow, which reads such files, is not installed.</source>
        <translation>「{file}」は Parquet ファイルですが、読み込みに必要な pyarrow が入っていません。</translation>
    </message>
    <message>
        <source>Install pyarrow, or save the file as .npy.</source>
        <translation>pyarrow を入れるか、.npy で保存してください。</translation>
    </message>
    <message>
        <source>“{file}” is damaged, or is not a Parquet file.</source>
        <translation>「{file}」は壊れているか、Parquet ファイルではありません。</translation>
    </message>
    <message>
        <source>“{file}” is damaged, or is not an .npy file.</source>
        <translation>「{file}」は壊れているか、.npy ファイルではありません。</translation>
    </message>
    <message>
        <source>Save it again, or copy it again from where it is whole.</source>
        <translation>保存し直すか、壊れていない元からコピーし直してください。</translation>
    </message>
    <message>
        <source>“{file}” holds Python objects, which could run code; it is not read.</source>
        <translation>「{file}」は Python オブジェクトを含み、コードが実行されるおそれがあるため読み込みません。</translation>
    </message>
    <message>
        <source>“{file}” holds values of the kind {kind}.</source>
        <translation>「{file}」の値の型は {kind} です。</translation>
    </message>
    <message>
        <source>Save plain numbers: float32 or float64.</source>
        <translation>float32 か float64 の数値で保存してください。</translation>
    </message>
    <message>
        <source>“{file}” holds an array of the shape {shape}.</source>
        <translation>「{file}」の配列の形は {shape} です。</translation>
    </message>
    <message>
        <source>Save one row of values, or two rows: the days and the values.</source>
        <translation>値だけの 1 行か、日と値の 2 行で保存してください。</translation>
    </message>
    <message>
        <source>“{file}” announces {wanted} bytes of values but holds {found}.</source>
        <translation>「{file}」は値が {wanted} バイトあるとしていますが、実際は {found} バイトです。</translation>
    </message>
    <message>
        <source>“{file}” holds values without their days.</source>
        <translation>「{file}」には値だけがあり、日がありません。</translation>
    </message>
    <message>
        <source>Write &quot;start&quot; and &quot;every_days&quot; beside &quot;file&quot;, or save the days too.</source>
        <translation>&quot;file&quot; の隣に &quot;start&quot; と &quot;every_days&quot; を書くか、日も保存してください。</translation>
    </message>
    <message>
        <source>The first line of “{file}” names no column “value”.</source>
        <translation>「{file}」の 1 行目に value 列がありません。</translation>
    </message>
    <message>
        <source>Let the first line be: day,value (or value alone, for regular values).</source>
        <translation>1 行目を day,value としてください（等間隔の値なら value だけ）。</translation>
    </message>
    <message>
        <source>With “{file}” the case holds more samples than the limit of {limit}.</source>
        <translation>「{file}」を加えると、症例の連続データが上限 {limit} 点を超えます。</translation>
    </message>
    <message>
        <source>Leave out what the case does not need.</source>
        <translation>不要なデータを除いてください。</translation>
    </message>
    <message>
        <source>“{file}” holds rows that are not numbers, first in line {row} (“{found}”): {count}.</source>
        <translation>「{file}」に数値でない行があります（最初は {row} 行目「{found}」）：{count} 行。</translation>
    </message>
    <message>
        <source>“{file}” holds no values.</source>
        <translation>「{file}」に値がありません。</translation>
    </message>
    <message>
        <source>“{file}” holds samples without a day: {count}.</source>
        <translation>「{file}」に日のない値があります：{count} 点。</translation>
    </message>
    <message>
        <source>“{file}” holds samples more than {limit} days from day zero: {count}.</source>
        <translation>「{file}」に起点から {limit} 日を超える値があります：{count} 点。</translation>
    </message>
    <message>
        <source>The days in “{file}” are not in order.</source>
        <translation>「{file}」の日が順に並んでいません。</translation>
    </message>
    <message>
        <source>They are sorted for the screen; the file stays as it is.</source>
        <translation>画面では並べ替えて表示します。ファイルは変わりません。</translation>
    </message>
    <message>
        <source>“{file}” holds samples at the moment of another one: {count}.</source>
        <translation>「{file}」に同じ時点の値があります：{count} 点。</translation>
    </message>
    <message>
        <source>All of them are shown.</source>
        <translation>すべて表示します。</translation>
    </message>
    <message>
        <source>“{file}” holds infinite values: {count}.</source>
        <translation>「{file}」に無限大の値があります：{count} 点。</translation>
    </message>
    <message>
        <source>They are left out; the others are shown.</source>
        <translation>これらを除き、ほかは表示します。</translation>
    </message>
    <message>
        <source>Until it is corrected, the entry is left out; the rest of the case is shown.</source>
        <translation>修正されるまでこの項目を除き、残りを表示します。</translation>
    </message>
    <message>
        <source>Until it is corrected, only this part is left out; the rest is shown.</source>
        <translation>修正されるまでこの部分だけを除き、残りを表示します。</translation>
    </message>
    <message>
        <source>Until it is corrected, a stand-in is shown in its place.</source>
        <translation>修正されるまで代わりのものを表示します。</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>{file} line {line}</source>
        <translation>{file} {line}行目</translation>
    </message>
    <message>
        <source>A line of the notes was damaged: {count} bytes.</source>
        <translation>注記の1行が壊れています：{count}バイト。</translation>
    </message>
    <message>
        <source>It stays in the file as it is. Compare with a copy of the file, if there is one.</source>
        <translation>ファイルにはそのまま残しています。写しがあれば見比べてください。</translation>
    </message>
    <message>
        <source>The last line of the notes was not written to its end.</source>
        <translation>注記の最後の行が最後まで書かれていません。</translation>
    </message>
    <message>
        <source>It had not been shown as saved. The rest of the notes is whole.</source>
        <translation>その行は「保存済み」と表示されていません。ほかの注記は無事です。</translation>
    </message>
    <message>
        <source>A line of the notes cannot be understood: {reason}.</source>
        <translation>注記の1行を解釈できません：{reason}。</translation>
    </message>
    <message>
        <source>It stays in the file. A newer version of the program may have written it.</source>
        <translation>ファイルには残しています。新しい版のプログラムが書いたのかもしれません。</translation>
    </message>
    <message>
        <source>The notes in “{path}” are about another case: {case}.</source>
        <translation>「{path}」の注記は別の症例（{case}）のものです。</translation>
    </message>
    <message>
        <source>Move the file to the notes of that case; it is not shown here.</source>
        <translation>その症例の注記に移してください。ここには表示しません。</translation>
    </message>
    <message>
        <source>“{path}” holds no notes that can be read.</source>
        <translation>「{path}」に読める注記がありません。</translation>
    </message>
    <message>
        <source>Restore it from a copy; what it holds is left as it is.</source>
        <translation>写しから復元してください。中身はそのまま残しています。</translation>
    </message>
    <message>
        <source>The notes in “{path}” could not be read: {reason}.</source>
        <translation>「{path}」の注記を読めませんでした：{reason}。</translation>
    </message>
    <message>
        <source>Check the drive or the network; notes are read again when the file changes.</source>
        <translation>ドライブやネットワークを確かめてください。ファイルが変わると読み直します。</translation>
    </message>
    <message>
        <source>“{path}” holds {count} files of notes; only {most} of them are read.</source>
        <translation>「{path}」にはメモのファイルが{count}個あります。読み取るのは{most}個までです。</translation>
    </message>
    <message>
        <source>Move those that are not needed elsewhere; nothing in them was changed.</source>
        <translation>不要なものを別の場所に移してください。中身は変更していません。</translation>
    </message>
    <message>
        <source>“{path}” could not be written: {reason}.</source>
        <translation>「{path}」に書き込めませんでした：{reason}。</translation>
    </message>
    <message>
        <source>Nothing is lost while this window is open: try again, save elsewhere, or copy it.</source>
        <translation>このウィンドウを開いている間は何も失われません。もう一度試すか、別の場所に保存するか、コピーしてください。</translation>
    </message>
    <message>
        <source>Another window writes your notes on this case ({holder}).</source>
        <translation>この症例の注記は別のウィンドウが書き込み中です（{holder}）。</translation>
    </message>
    <message>
        <source>Here they can only be read, unless this window takes over.</source>
        <translation>このウィンドウに切り替えるまで、ここでは閲覧だけできます。</translation>
    </message>
    <message>
        <source>What was removed for good still stands in “{path}”: {reason}.</source>
        <translation>完全に削除した内容が「{path}」にまだ残っています：{reason}。</translation>
    </message>
    <message>
        <source>What was removed for good still stands in “{path}”, which is in use ({holder}).</source>
        <translation>完全に削除した内容が、使用中の「{path}」にまだ残っています（{holder}）。</translation>
    </message>
    <message>
        <source>It is shown nowhere. It goes from there when the case is opened and the file can be written.</source>
        <translation>どこにも表示されません。症例を開いたときにファイルへ書き込めれば、そこからも削除されます。</translation>
    </message>
    <message>
        <source>“{path}” is about the case “{other}”, but “{case}” is open.</source>
        <translation>「{path}」は症例「{other}」のものですが、開いているのは「{case}」です。</translation>
    </message>
    <message>
        <source>Open that case and import it there.</source>
        <translation>その症例を開いて取り込んでください。</translation>
    </message>
    <message>
        <source>“{path}” does not say which case it is about.</source>
        <translation>「{path}」にはどの症例のものか書かれていません。</translation>
    </message>
    <message>
        <source>Ask for the file again; its beginning may have been lost on the way.</source>
        <translation>先頭が途中で失われた可能性があります。もう一度送ってもらってください。</translation>
    </message>
    <message>
        <source>“{path}” holds records of more than one author, so it was put together by hand.</source>
        <translation>「{path}」には複数の作成者の記録があり、手作業で作られたものです。</translation>
    </message>
    <message>
        <source>Ask each author for their own file; nothing was imported.</source>
        <translation>何も取り込んでいません。作成者ごとのファイルをもらってください。</translation>
    </message>
    <message>
        <source>Another file of the same notes is there already; the new one was kept as “{path}”.</source>
        <translation>同じメモの別のファイルがすでにあるため、新しいものを「{path}」として保存しました。</translation>
    </message>
    <message>
        <source>Both are shown; nothing needs to be done.</source>
        <translation>両方とも表示されます。操作は不要です。</translation>
    </message>
    <message>
        <source>“{path}” holds no annotations.</source>
        <translation>「{path}」には注記がありません。</translation>
    </message>
    <message>
        <source>Choose a file of notes, or annotations exported as JSON-LD.</source>
        <translation>メモのファイル、またはJSON-LDで書き出した注記を選んでください。</translation>
    </message>
    <message>
        <source>An annotation cannot be taken over: {reason}.</source>
        <translation>注記を取り込めません：{reason}。</translation>
    </message>
    <message>
        <source>The others are imported; correct it in the program that it comes from.</source>
        <translation>ほかの注記は取り込みます。元のプログラムで修正してください。</translation>
    </message>
    <message>
        <source>“{path}” holds more than {limit} annotations.</source>
        <translation>「{path}」には注記が{limit}件を超えて含まれています。</translation>
    </message>
    <message>
        <source>Export them in several files.</source>
        <translation>複数のファイルに分けて書き出してください。</translation>
    </message>
    <message>
        <source>{count} annotations that are here already say something else in “{path}”.</source>
        <translation>すでにある注記のうち{count}件は、「{path}」では内容が異なります。</translation>
    </message>
    <message>
        <source>They were left as they are; ask their author for the file of notes itself.</source>
        <translation>ここにあるものはそのままにしました。作成者にメモのファイルそのものをもらってください。</translation>
    </message>
    <message>
        <source>What was imported before it stays; make room or choose another place, and try again.</source>
        <translation>それまでに取り込んだものは残ります。空きを作るか別の場所を選び、もう一度試してください。</translation>
    </message>
    <message>
        <source>Ask for the file again; it may have been damaged on the way.</source>
        <translation>ファイルをもう一度入手してください。途中で壊れた可能性があります。</translation>
    </message>
    <message>
        <source>“{name}” is damaged: its header cannot be read.</source>
        <translation>「{name}」は壊れています。ヘッダーを読めません。</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>「{name}」は空です。</translation>
    </message>
    <message>
        <source>“{name}” is named like a DICOM file but is none.</source>
        <translation>「{name}」はDICOMのような名前ですが、DICOMではありません。</translation>
    </message>
    <message>
        <source>Remove it, or ask for the picture that it stands for.</source>
        <translation>取り除くか、本来の画像を入手してください。</translation>
    </message>
    <message>
        <source>“{name}” is DICOM, but holds no picture.</source>
        <translation>「{name}」はDICOMですが、画像を含みません。</translation>
    </message>
    <message>
        <source>“{name}” is DICOM, but holds no picture: {what}.</source>
        <translation>「{name}」はDICOMですが、画像を含みません：{what}。</translation>
    </message>
    <message>
        <source>Nothing needs to be done; open it in a program for its kind.</source>
        <translation>何もする必要はありません。その種類に対応したプログラムで開いてください。</translation>
    </message>
    <message>
        <source>“{name}” holds the same picture as “{other}”.</source>
        <translation>「{name}」は「{other}」と同じ画像です。</translation>
    </message>
    <message>
        <source>Nothing needs to be done; the picture is shown once.</source>
        <translation>何もする必要はありません。画像は1回だけ表示されます。</translation>
    </message>
    <message>
        <source>“{name}” does not say how large its picture is.</source>
        <translation>「{name}」には画像の大きさが書かれていません。</translation>
    </message>
    <message>
        <source>The pixels of “{name}” cannot be decoded; they are damaged or of a rare kind.</source>
        <translation>「{name}」の画素を復号できません。壊れているか、まれな形式です。</translation>
    </message>
    <message>
        <source>“{name}” ends before its picture does.</source>
        <translation>「{name}」は画像の途中で終わっています。</translation>
    </message>
    <message>
        <source>“{name}” is compressed as {syntax}, which cannot be decoded here.</source>
        <translation>「{name}」は{syntax}で圧縮されており、ここでは復号できません。</translation>
    </message>
    <message>
        <source>Ask for it in another form, such as uncompressed or JPEG 2000.</source>
        <translation>非圧縮やJPEG 2000など、別の形式で入手してください。</translation>
    </message>
    <message>
        <source>“{name}” says it is {said} pixels, but its compressed picture is {found}.</source>
        <translation>「{name}」は{said}画素とありますが、圧縮された画像は{found}画素です。</translation>
    </message>
    <message>
        <source>“{name}” is no longer the file that was found before.</source>
        <translation>「{name}」は先ほど見つかったファイルと変わっています。</translation>
    </message>
    <message>
        <source>Look for the pictures of the study again.</source>
        <translation>検査の画像をもう一度探してください。</translation>
    </message>
    <message>
        <source>“{name}” does not say properly what its values mean, so none are shown.</source>
        <translation>「{name}」には値の意味が正しく書かれていないため、表示しません。</translation>
    </message>
    <message>
        <source>“{name}” stores its colours as {what}, which is rare.</source>
        <translation>「{name}」の色は{what}というまれな形式です。</translation>
    </message>
    <message>
        <source>A picture of “{name}” takes {size} once decoded; {limit} are allowed.</source>
        <translation>「{name}」の画像は復号すると{size}になります。上限は{limit}です。</translation>
    </message>
    <message>
        <source>The pictures of “{name}” take {size} once decoded; {limit} are allowed.</source>
        <translation>「{name}」の画像はすべて復号すると{size}になります。上限は{limit}です。</translation>
    </message>
    <message>
        <source>“{name}” is {size} long; {limit} are allowed.</source>
        <translation>「{name}」は{size}あります。上限は{limit}です。</translation>
    </message>
    <message>
        <source>Raise the limit in the settings where the computer has room for it.</source>
        <translation>コンピューターに余裕があれば、設定で上限を上げてください。</translation>
    </message>
    <message>
        <source>“{name}” says it holds {count} pictures, more than there is room for in it.</source>
        <translation>「{name}」は{count}枚の画像を含むとありますが、ファイルに入りきる数ではありません。</translation>
    </message>
    <message>
        <source>More than {limit} files were found; the others were not looked at.</source>
        <translation>{limit}個を超えるファイルがありました。残りは調べていません。</translation>
    </message>
    <message>
        <source>Choose a folder that holds one study.</source>
        <translation>1つの検査だけを含むフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The slices are unevenly spaced: {least} to {most} mm apart.</source>
        <translation>スライス間隔が不均一です：{least}～{most} mm。</translation>
    </message>
    <message>
        <source>The gantry was tilted by {degrees}°.</source>
        <translation>ガントリーが{degrees}°傾いています。</translation>
    </message>
    <message>
        <source>The file does not say where these pictures lie in the patient.</source>
        <translation>これらの画像の患者内での位置が書かれていません。</translation>
    </message>
    <message>
        <source>The file does not say how large a pixel is.</source>
        <translation>画素の大きさが書かれていません。</translation>
    </message>
    <message>
        <source>A projection: lengths are those on the detector, larger than in the patient.</source>
        <translation>投影像です。長さは検出器上のもので、患者内より大きくなります。</translation>
    </message>
    <message>
        <source>The series holds pictures of {count} kinds; each kind is shown apart.</source>
        <translation>このシリーズには{count}種類の画像があり、種類ごとに分けて表示します。</translation>
    </message>
    <message>
        <source>These pictures lie in different directions.</source>
        <translation>これらの画像は向きがそれぞれ異なります。</translation>
    </message>
    <message>
        <source>Pictures that lie where another lies already: {count}.</source>
        <translation>ほかの画像と同じ位置にある画像：{count}枚。</translation>
    </message>
    <message>
        <source>All {count} pictures lie in the same place.</source>
        <translation>{count}枚の画像はすべて同じ位置にあります。</translation>
    </message>
    <message>
        <source>There is one slice alone.</source>
        <translation>スライスは1枚だけです。</translation>
    </message>
    <message>
        <source>The file’s own grey window is not usable.</source>
        <translation>ファイルに書かれたウィンドウ値は使えません。</translation>
    </message>
    <message>
        <source>The pictures are shown as they were taken; nothing is resampled.</source>
        <translation>画像は撮影されたまま表示し、補間による再構成はしません。</translation>
    </message>
    <message>
        <source>No lengths can be measured on them.</source>
        <translation>長さは計測できません。</translation>
    </message>
    <message>
        <source>Compare lengths within this picture only.</source>
        <translation>長さの比較はこの画像の中だけにしてください。</translation>
    </message>
    <message>
        <source>They follow one another in the order of their numbers.</source>
        <translation>番号の順に並べています。</translation>
    </message>
    <message>
        <source>A window that fits the values of the picture is used instead.</source>
        <translation>代わりに、画像の値に合わせたウィンドウを使います。</translation>
    </message>
    <message>
        <source>Ask whether others of the series are missing.</source>
        <translation>シリーズのほかの画像が欠けていないか確認してください。</translation>
    </message>
    <message>
        <source>Pictures of studies and slides were left out: {names}.</source>
        <translation>検査とスライドの画像は含めませんでした：{names}。</translation>
    </message>
    <message>
        <source>DICOM files and slides may name the patient. Pass them on apart, once that was looked into.</source>
        <translation>DICOMファイルとスライドは患者名を含むことがあります。確認したうえで、別に渡してください。</translation>
    </message>
    <message>
        <source>The study gives the diameter of the lesion “{name}” twice.</source>
        <translation>この検査には病変「{name}」の径が2回書かれています。</translation>
    </message>
    <message>
        <source>Give each lesion of a study once, under a name of its own.</source>
        <translation>1つの検査では各病変を固有の名前で1回だけ書いてください。</translation>
    </message>
    <message>
        <source>The picture in “{name}” could not be decoded: {reason}.</source>
        <translation>「{name}」の画像を復号できませんでした：{reason}。</translation>
    </message>
    <message>
        <source>Ask for the file again; the others are shown.</source>
        <translation>ファイルをもう一度入手してください。ほかの画像は表示されます。</translation>
    </message>
    <message>
        <source>“{name}” could not be looked through: {reason}.</source>
        <translation>「{name}」の中を調べられませんでした：{reason}。</translation>
    </message>
    <message>
        <source>See whether the folder can still be read.</source>
        <translation>フォルダーがまだ読み取れるか確認してください。</translation>
    </message>
    <message>
        <source>There are no pictures in “{name}”.</source>
        <translation>「{name}」に画像はありません。</translation>
    </message>
    <message>
        <source>See whether it is the right folder, and there.</source>
        <translation>正しいフォルダーか、そこにあるか確認してください。</translation>
    </message>
    <message>
        <source>“{path}” is no slide and no picture of a kind that is read here.</source>
        <translation>「{path}」は、ここで読める種類の標本画像や画像ではありません。</translation>
    </message>
    <message>
        <source>Use the file of a slide scanner, a pyramidal TIFF, DICOM, PNG or JPEG.</source>
        <translation>スライドスキャナーのファイル、ピラミッド型TIFF、DICOM、PNG、JPEGのいずれかを使ってください。</translation>
    </message>
    <message>
        <source>“{path}” cannot be shown: it is damaged, cut short, or stored in a way that is not read here.</source>
        <translation>「{path}」を表示できません。壊れているか、途中で切れているか、ここでは読めない形式で保存されています。</translation>
    </message>
    <message>
        <source>Copy it again from where it is whole, or save it as a pyramidal TIFF.</source>
        <translation>壊れていない元のファイルからコピーし直すか、ピラミッド型TIFFで保存してください。</translation>
    </message>
    <message>
        <source>A part of “{path}” cannot be read: what is shown in its place is coarser.</source>
        <translation>「{path}」の一部を読めません。代わりに粗い画像を表示しています。</translation>
    </message>
    <message>
        <source>Copy the file again from where it is whole.</source>
        <translation>壊れていない元のファイルからコピーし直してください。</translation>
    </message>
    <message>
        <source>Of “{path}”, {width} × {height} pixels must be decoded at once; the limit is {limit}.</source>
        <translation>「{path}」は一度に{width}×{height}画素を展開する必要がありますが、上限は{limit}です。</translation>
    </message>
    <message>
        <source>Save it as a pyramidal TIFF, which is read in small parts.</source>
        <translation>少しずつ読めるピラミッド型TIFFで保存してください。</translation>
    </message>
    <message>
        <source>The pictures were expected at “{path}”.</source>
        <translation>画像は「{path}」にあるはずでした。</translation>
    </message>
    <message>
        <source>Choose where they are now; the drive they lie on may not be connected.</source>
        <translation>現在の場所を選択してください。保存先のドライブが接続されていない可能性があります。</translation>
    </message>
    <message>
        <source>{author} keeps the pictures on another computer, at “{path}”.</source>
        <translation>{author}は画像を別のコンピューターの「{path}」に保存しています。</translation>
    </message>
    <message>
        <source>It is not looked at unasked; ask {author} for a copy, and add that.</source>
        <translation>無断では参照しません。{author}に複製を依頼し、それを追加してください。</translation>
    </message>
    <message>
        <source>“{path}” cannot be looked through: {reason}.</source>
        <translation>「{path}」を調べられません：{reason}。</translation>
    </message>
    <message>
        <source>Check whether it is still there and may be read, then choose it again.</source>
        <translation>まだ存在し読み取れるかを確認してから、もう一度選択してください。</translation>
    </message>
    <message>
        <source>There are no pictures in “{path}”.</source>
        <translation>「{path}」に画像はありません。</translation>
    </message>
    <message>
        <source>Choose a folder with DICOM files, or with PNG or JPEG pictures.</source>
        <translation>DICOMファイル、またはPNGかJPEGの画像があるフォルダーを選択してください。</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Problems</source>
        <translation>データの問題</translation>
    </message>
    <message>
        <source>Problems are not shown while later days are hidden.</source>
        <translation>先の病日を隠している間は、データの問題を表示しません。</translation>
    </message>
    <message>
        <source>No problems in this case.</source>
        <translation>この症例に問題はありません。</translation>
    </message>
    <message>
        <source>{count} more, not shown. Correct the first ones, then reopen.</source>
        <translation>ほか{count}件は省略。先の問題を修正してから開き直してください。</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>{count} wk</source>
        <translation>{count}週</translation>
    </message>
    <message>
        <source>{count} y</source>
        <translation>{count}年</translation>
    </message>
    <message>
        <source>age {count}</source>
        <translation>{count}歳</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{number}月</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}/{number}/{day}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{number}/{day}</translation>
    </message>
    <message>
        <source>Illness days since {event}</source>
        <translation>病日（起点：{event}）</translation>
    </message>
    <message>
        <source>Days since {event}</source>
        <translation>{event}からの日数</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Hospital days</source>
        <translation>入院日数</translation>
    </message>
    <message>
        <source>Age in years, about</source>
        <translation>年齢（およそ）</translation>
    </message>
    <message>
        <source>Illness days</source>
        <translation>病日</translation>
    </message>
    <message>
        <source>Days are counted from {event} (day {day} from day zero)</source>
        <translation>{event}（起点日から{day}日）を起点に数える</translation>
    </message>
    <message>
        <source>hospital days count from each admission</source>
        <translation>入院日数は各入院から数える</translation>
    </message>
    <message>
        <source>that day is shown as day 1</source>
        <translation>その日を第1病日と表示</translation>
    </message>
    <message>
        <source>the source&apos;s day 1 is shown as day 0</source>
        <translation>原典の第1病日を第0病日と表示</translation>
    </message>
    <message>
        <source>texts of the case name the source&apos;s days</source>
        <translation>症例の文中の病日は原典のまま</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Write Here Instead</source>
        <translation>このウィンドウで書く</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Save with My Own Data</source>
        <translation>自分のデータ領域に保存</translation>
    </message>
    <message>
        <source>Change the Language All the Same</source>
        <translation>それでも言語を変える</translation>
    </message>
    <message>
        <source>Your notes on “{case}” could be saved nowhere: {reason}. They are written when that case is opened again, as long as the program runs.</source>
        <translation>「{case}」の注記はどこにも保存できませんでした：{reason}。プログラムの実行中にその症例をもう一度開くと、書き込まれます。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Close All the Same</source>
        <translation>それでも閉じる</translation>
    </message>
    <message>
        <source>Open the Other Case All the Same</source>
        <translation>それでも別の症例を開く</translation>
    </message>
    <message>
        <source>What you are writing is not finished.</source>
        <translation>記入中の注記はまだ完成していません。</translation>
    </message>
    <message>
        <source>All the same, it is kept as a draft and offered again.</source>
        <translation>このまま進んでも、下書きとして残り、あとで続けられます。</translation>
    </message>
</context>
<context>
    <name>Scenes</name>
    <message>
        <source>Title of the scene</source>
        <translation>場面の題</translation>
    </message>
    <message>
        <source>Add scene</source>
        <translation>場面を追加</translation>
    </message>
    <message>
        <source>Make deck from template</source>
        <translation>ひな形から場面集を作成</translation>
    </message>
    <message>
        <source>Rename scene</source>
        <translation>場面の題を変更</translation>
    </message>
    <message>
        <source>Change speaker notes</source>
        <translation>発表者メモを変更</translation>
    </message>
    <message>
        <source>Change planned time</source>
        <translation>予定時間を変更</translation>
    </message>
    <message>
        <source>Show or hide reviewers&apos; notes</source>
        <translation>注記の表示を切り替え</translation>
    </message>
    <message>
        <source>Change scene</source>
        <translation>場面を変更</translation>
    </message>
    <message>
        <source>Update scene</source>
        <translation>場面を更新</translation>
    </message>
    <message>
        <source>Duplicate scene</source>
        <translation>場面を複製</translation>
    </message>
    <message>
        <source>Delete scene</source>
        <translation>場面を削除</translation>
    </message>
    <message>
        <source>Move scene</source>
        <translation>場面を移動</translation>
    </message>
    <message>
        <source>Speaker notes</source>
        <translation>発表者メモ</translation>
    </message>
    <message>
        <source>Speaker notes; the room never sees them</source>
        <translation>発表者メモ（会場には表示されません）</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>予定時間</translation>
    </message>
    <message>
        <source>min:s</source>
        <translation>分：秒</translation>
    </message>
    <message>
        <source>Minutes and seconds, such as 1:30</source>
        <translation>分と秒（例：1:30）</translation>
    </message>
    <message>
        <source>Show reviewers&apos; notes</source>
        <translation>注記を表示</translation>
    </message>
    <message>
        <source>“{typed}” is not a time. Write minutes and seconds, such as 1:30.</source>
        <translation>「{typed}」は時間として読めません。1:30のように分と秒で入力してください。</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>場面集</translation>
    </message>
    <message>
        <source>Scenes of later days are not listed while later days are hidden.</source>
        <translation>先の病日を隠している間は、先の病日の場面を表示しません。</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>No scenes of these days. Scenes of later days are not listed.</source>
        <translation>この病日までの場面はありません。先の病日の場面は表示しません。</translation>
    </message>
    <message>
        <source>No scenes yet. A scene keeps what the window shows.</source>
        <translation>場面はまだありません。場面にはウィンドウの表示内容が保存されます。</translation>
    </message>
    <message>
        <source>Make a deck from a template</source>
        <translation>ひな形から場面集を作成する</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>A title has at most {most} letters; the rest was left out.</source>
        <translation>タイトルは {most} 文字までです。残りは省きました。</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>題を変更</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Move &amp;Earlier</source>
        <translation>前へ移動</translation>
    </message>
    <message>
        <source>Move &amp;Later</source>
        <translation>後へ移動</translation>
    </message>
    <message>
        <source>Dele&amp;te</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>It is kept once you have given your name.</source>
        <translation>作成者の名前を入力すると保存されます。</translation>
    </message>
    <message>
        <source>What you typed is not kept in the deck yet.</source>
        <translation>入力した内容はまだ場面集に保存されていません。</translation>
    </message>
    <message>
        <source>Choose a scene in the panel first.</source>
        <translation>先に場面パネルで場面を選択してください。</translation>
    </message>
    <message>
        <source>There are no scenes to show yet.</source>
        <translation>表示する場面がまだありません。</translation>
    </message>
    <message>
        <source>Select an event or another part first.</source>
        <translation>先にイベントなどを選択してください。</translation>
    </message>
    <message>
        <source>whole course</source>
        <translation>全経過</translation>
    </message>
    <message>
        <source>up to {day}</source>
        <translation>{day}まで</translation>
    </message>
    <message>
        <source>names what the case does not have</source>
        <translation>症例にないものを参照</translation>
    </message>
    <message>
        <source>Of the case</source>
        <translation>症例の場面集</translation>
    </message>
    <message>
        <source>{author}&apos;s</source>
        <translation>{author}の場面集</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>low, level 2</source>
        <translation>低血糖レベル2</translation>
    </message>
    <message>
        <source>low, level 1</source>
        <translation>低血糖レベル1</translation>
    </message>
    <message>
        <source>below</source>
        <translation>下限未満</translation>
    </message>
    <message>
        <source>within</source>
        <translation>基準内</translation>
    </message>
    <message>
        <source>above</source>
        <translation>上限超</translation>
    </message>
    <message>
        <source>not low</source>
        <translation>低血糖でない</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>判定不能</translation>
    </message>
    <message>
        <source>no interval given</source>
        <translation>基準値の記載なし</translation>
    </message>
</context>
<context>
    <name>Since</name>
    <message>
        <source>Day {day}</source>
        <translation>Day {day}</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>Day {day}</translation>
    </message>
    <message>
        <source>days {first}–{last}</source>
        <translation>Day {first}–{last}</translation>
    </message>
</context>
<context>
    <name>Slide</name>
    <message>
        <source>Synthetic: not a patient&apos;s tissue</source>
        <translation>合成画像（実患者の組織ではない）</translation>
    </message>
    <message>
        <source>Measure on a slide</source>
        <translation>標本上の計測</translation>
    </message>
    <message>
        <source>pixel {x}, {y}</source>
        <translation>画素 {x}, {y}</translation>
    </message>
    <message>
        <source>{x}, {y} mm</source>
        <translation>{x}, {y} mm</translation>
    </message>
    <message>
        <source>Moves along at the same scale</source>
        <translation>同じ縮尺で連動</translation>
    </message>
    <message>
        <source>Moves along by share: not both state their size</source>
        <translation>全体に対する割合で連動（両方には画素の大きさの記載がない）</translation>
    </message>
    <message>
        <source>Show the slides in a large window, or here again</source>
        <translation>標本を大きなウィンドウに表示する、または元に戻す</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>大きく表示</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>等倍</translation>
    </message>
    <message>
        <source>Show another slide beside this one</source>
        <translation>別の標本を並べて表示する</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>並べる</translation>
    </message>
    <message>
        <source>Choose a slide</source>
        <translation>標本を選ぶ</translation>
    </message>
    <message>
        <source>Zoom, measure, note, or show another slide beside</source>
        <translation>拡大・縮小、計測、メモ、別の標本を並べる</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>対物レンズ</translation>
    </message>
    <message>
        <source>As through an objective of {power}</source>
        <translation>対物{power}相当で見る</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>楕円</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>The file does not state how large a pixel is.</source>
        <translation>ファイルに画素の大きさが記載されていません。</translation>
    </message>
    <message>
        <source>{act} ({keys})</source>
        <translation>{act}（{keys}）</translation>
    </message>
    <message>
        <source>Delete from the slide</source>
        <translation>標本から削除</translation>
    </message>
    <message>
        <source>The slide is being opened…</source>
        <translation>標本を開いています…</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>読めません</translation>
    </message>
    <message>
        <source>{number} µm</source>
        <translation>{number} µm</translation>
    </message>
    <message>
        <source>{number} mm</source>
        <translation>{number} mm</translation>
    </message>
    <message>
        <source>{number} µm²</source>
        <translation>{number} µm²</translation>
    </message>
    <message>
        <source>{number} mm²</source>
        <translation>{number} mm²</translation>
    </message>
    <message>
        <source>{number}×</source>
        <translation>{number}×</translation>
    </message>
</context>
<context>
    <name>Slide keys</name>
    <message>
        <source>Closer</source>
        <translation>拡大する</translation>
    </message>
    <message>
        <source>Farther away</source>
        <translation>縮小する</translation>
    </message>
    <message>
        <source>The whole slide</source>
        <translation>標本全体を表示する</translation>
    </message>
    <message>
        <source>Its own pixels</source>
        <translation>等倍で表示する</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>左へ移動する</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>右へ移動する</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動する</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動する</translation>
    </message>
    <message>
        <source>Measure a length</source>
        <translation>長さを測る</translation>
    </message>
    <message>
        <source>Measure an ellipse</source>
        <translation>楕円を測る</translation>
    </message>
    <message>
        <source>Measure an area</source>
        <translation>面積を測る</translation>
    </message>
    <message>
        <source>Note on a region</source>
        <translation>領域にメモを付ける</translation>
    </message>
    <message>
        <source>Close the area that is drawn</source>
        <translation>描いている領域を閉じる</translation>
    </message>
    <message>
        <source>Give up what is drawn</source>
        <translation>描いているものをやめる</translation>
    </message>
    <message>
        <source>Delete the chosen measurement or note of your own</source>
        <translation>選んだ自分の計測やメモを削除する</translation>
    </message>
    <message>
        <source>Show or hide the overview</source>
        <translation>全体図を表示する、または隠す</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>ホイール</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>ポインターを中心に拡大・縮小する</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Move the slide</source>
        <translation>標本を動かす</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Shiftを押しながらドラッグ</translation>
    </message>
    <message>
        <source>Move it alone of those side by side</source>
        <translation>並べた標本のうち、それだけを動かす</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>ダブルクリック</translation>
    </message>
</context>
<context>
    <name>Slides</name>
    <message>
        <source>SYNTHETIC, not a patient.</source>
        <translation>合成データ（実患者ではない）。</translation>
    </message>
    <message>
        <source>{who}.</source>
        <translation>{who}。</translation>
    </message>
    <message>
        <source>Up to {day}.</source>
        <translation>{day}まで。</translation>
    </message>
    <message>
        <source>No room for: {names}.</source>
        <translation>表示できないもの：{names}。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>Not for diagnosis or treatment decisions</source>
        <translation>診断・治療の判断には用いないこと</translation>
    </message>
    <message>
        <source>Slide number</source>
        <translation>スライド番号</translation>
    </message>
    <message>
        <source>Lane: {title}</source>
        <translation>区分：{title}</translation>
    </message>
    <message>
        <source>Days of the course, from {first} to {last}</source>
        <translation>経過の日軸：{first}から{last}まで</translation>
    </message>
    <message>
        <source>The day that the count starts on</source>
        <translation>日数を数え始める日</translation>
    </message>
    <message>
        <source>Cursor: {day}</source>
        <translation>カーソル：{day}</translation>
    </message>
    <message>
        <source>Death: {day}</source>
        <translation>死亡：{day}</translation>
    </message>
    <message>
        <source>Folded away: {time}</source>
        <translation>折りたたみ：{time}</translation>
    </message>
    <message>
        <source>+{count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>イベント{count}件</translation>
    </message>
    <message>
        <source>the source disagrees</source>
        <translation>原典内の不一致</translation>
    </message>
    <message>
        <source>a statement of the source, without values</source>
        <translation>原典の記述（数値なし）</translation>
    </message>
    <message>
        <source>Chart of {title} ({unit}), {count} values: {values}</source>
        <translation>{title}（{unit}）のグラフ、値{count}個：{values}</translation>
    </message>
    <message>
        <source>Chart of {title} ({unit}), {count} values from {low} to {high}</source>
        <translation>{title}（{unit}）のグラフ、値{count}個、{low}から{high}まで</translation>
    </message>
    <message>
        <source>{title} ({unit})</source>
        <translation>{title}（{unit}）</translation>
    </message>
    <message>
        <source>{count} values: of each short stretch the lowest and the highest are drawn</source>
        <translation>値{count}個：短い区間ごとの最小と最大を描く</translation>
    </message>
    <message>
        <source>No values in these days.</source>
        <translation>この期間に値はない。</translation>
    </message>
    <message>
        <source>level 1: below {limit}</source>
        <translation>レベル1：{limit}未満</translation>
    </message>
    <message>
        <source>level 2: below {limit}</source>
        <translation>レベル2：{limit}未満</translation>
    </message>
    <message>
        <source>reference {limits}</source>
        <translation>基準 {limits}</translation>
    </message>
    <message>
        <source>reference {limits} (another laboratory’s)</source>
        <translation>基準 {limits}（他施設）</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Pathology</source>
        <translation>病理</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>Glucose</source>
        <translation>血糖</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>転帰</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治療</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>所見</translation>
    </message>
    <message>
        <source>No findings are told.</source>
        <translation>所見の記載はありません。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>解釈</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>検体</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>診断</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>図</translation>
    </message>
    <message>
        <source>Not included in the source: {names}</source>
        <translation>原典に含まれない：{names}</translation>
    </message>
    <message>
        <source>Cannot be read: {names}</source>
        <translation>読み込めない：{names}</translation>
    </message>
    <message>
        <source>Nothing is told yet.</source>
        <translation>まだ記載がない。</translation>
    </message>
    <message>
        <source>{count} more in the program</source>
        <translation>ほか{count}件はプログラムで</translation>
    </message>
    <message>
        <source>{number} mm</source>
        <translation>{number} mm</translation>
    </message>
    <message>
        <source>short axis {number} mm</source>
        <translation>短径 {number} mm</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Where is your copy of the source?</source>
        <translation>お手元の原典ファイルを指定してください</translation>
    </message>
</context>
<context>
    <name>SpeakerNotes</name>
    <message>
        <source>Speaker notes</source>
        <translation>発表者メモ</translation>
    </message>
    <message>
        <source>No notes for this scene.</source>
        <translation>この場面にメモはありません。</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Stage</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>There are no scenes in this deck.</source>
        <translation>この場面集に場面はありません。</translation>
    </message>
    <message>
        <source>SYNTHETIC, not a patient.</source>
        <translation>合成データ（実患者ではない）。</translation>
    </message>
    <message>
        <source>Up to {day}.</source>
        <translation>{day}まで。</translation>
    </message>
    <message>
        <source>No room for: {names}.</source>
        <translation>表示できないもの：{names}。</translation>
    </message>
    <message>
        <source>A part of this scene is no longer in the case.</source>
        <translation>この場面の一部は症例にもうありません。</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>No case is open</source>
        <translation>症例が開かれていません</translation>
    </message>
    <message>
        <source>Drop a case folder or a .dayline file here, or choose:</source>
        <translation>症例フォルダーまたは.daylineファイルをここにドロップするか、次から選んでください：</translation>
    </message>
    <message>
        <source>Open a case…</source>
        <translation>症例を開く…</translation>
    </message>
    <message>
        <source>The insulinoma case</source>
        <translation>インスリノーマの症例</translation>
    </message>
    <message>
        <source>The synthetic course</source>
        <translation>合成データの経過</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>What was going on</source>
        <translation>当日の経過</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>閲覧のみ</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>begun earlier, end not known: {events}</source>
        <translation>以前に開始・終了不明：{events}</translation>
    </message>
    <message>
        <source>perhaps: {events}</source>
        <translation>可能性あり：{events}</translation>
    </message>
    <message>
        <source>no event told for this day</source>
        <translation>この日のイベントの記載なし</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>Begun earlier, end not known</source>
        <translation>以前に開始・終了不明</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>可能性あり</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>{count} more rows were not copied</source>
        <translation>ほか{count}行はコピーしていません</translation>
    </message>
</context>
<context>
    <name>TalkKeys</name>
    <message>
        <source>The next scene</source>
        <translation>次の場面</translation>
    </message>
    <message>
        <source>The scene before</source>
        <translation>前の場面</translation>
    </message>
    <message>
        <source>The scene of that number</source>
        <translation>その番号の場面</translation>
    </message>
    <message>
        <source>Digits, then Enter</source>
        <translation>数字のあとEnter</translation>
    </message>
    <message>
        <source>The first scene</source>
        <translation>最初の場面</translation>
    </message>
    <message>
        <source>The last scene</source>
        <translation>最後の場面</translation>
    </message>
    <message>
        <source>Black; again, or a step, uncovers</source>
        <translation>黒画面。もう一度押すか場面を送ると戻る</translation>
    </message>
    <message>
        <source>White; again, or a step, uncovers</source>
        <translation>白画面。もう一度押すか場面を送ると戻る</translation>
    </message>
    <message>
        <source>Pointer for everybody, or none</source>
        <translation>全員に見えるポインターを出す・消す</translation>
    </message>
    <message>
        <source>Play day by day; again stops</source>
        <translation>1日ずつ再生。もう一度で停止</translation>
    </message>
    <message>
        <source>The scene as it was kept</source>
        <translation>保存したときの場面に戻す</translation>
    </message>
    <message>
        <source>Your notes over the stage, or away</source>
        <translation>発表者メモをステージに重ねる・消す</translation>
    </message>
    <message>
        <source>Read on in your notes</source>
        <translation>発表者メモの続きを読む</translation>
    </message>
    <message>
        <source>Back in your notes</source>
        <translation>発表者メモを戻る</translation>
    </message>
    <message>
        <source>End the talk; the window is as it was</source>
        <translation>発表を終了。ウィンドウは元のまま</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>+{count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>Day ruler</source>
        <translation>病日目盛り</translation>
    </message>
    <message>
        <source>‹ {day}</source>
        <translation>‹ {day}</translation>
    </message>
    <message>
        <source>{day} ›</source>
        <translation>{day} ›</translation>
    </message>
    <message>
        <source>No events in this window.</source>
        <translation>この範囲にイベントはありません。</translation>
    </message>
    <message>
        <source>No events in this window. Press 0 to show the whole course.</source>
        <translation>この範囲にイベントはありません。0キーで全経過を表示します。</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>イベントなし</translation>
    </message>
    <message>
        <source>Event timeline</source>
        <translation>イベントの経過表</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>{count} of {all} kept by the filter</source>
        <translation>絞り込みに該当：{all}件中{count}件</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>たたんだレーン</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>{count}件</translation>
    </message>
    <message>
        <source>{count} events; zoom in for names</source>
        <translation>{count}件；拡大すると名称を表示</translation>
    </message>
    <message>
        <source>Marked as</source>
        <translation>印</translation>
    </message>
</context>
<context>
    <name>Tooltip</name>
    <message>
        <source>A statement of the source; it gives no values</source>
        <translation>原典の記述のみ。数値の記載なし</translation>
    </message>
    <message>
        <source>The source disagrees: {title}</source>
        <translation>原典内の不一致：{title}</translation>
    </message>
</context>
<context>
    <name>Treatment</name>
    <message>
        <source>line {number}</source>
        <translation>{number}次治療</translation>
    </message>
    <message>
        <source>Stage {value}</source>
        <translation>病期{value}</translation>
    </message>
    <message>
        <source>PS {value}</source>
        <translation>PS {value}</translation>
    </message>
    <message>
        <source>Performance status {value}</source>
        <translation>パフォーマンスステータス{value}</translation>
    </message>
    <message>
        <source>complete response</source>
        <translation>完全奏効</translation>
    </message>
    <message>
        <source>partial response</source>
        <translation>部分奏効</translation>
    </message>
    <message>
        <source>stable disease</source>
        <translation>安定</translation>
    </message>
    <message>
        <source>progressive disease</source>
        <translation>進行</translation>
    </message>
    <message>
        <source>not evaluable</source>
        <translation>評価不能</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>用量</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>{value} as reported; {converted}, {factor}</source>
        <translation>{value}（記載値）、換算{converted}、{factor}</translation>
    </message>
    <message>
        <source>approximate</source>
        <translation>概算</translation>
    </message>
    <message>
        <source>Reference interval {limits} {unit} ({laboratory})</source>
        <translation>基準値 {limits} {unit}（{laboratory}）</translation>
    </message>
    <message>
        <source>Reference interval {limits} {unit}, borrowed from {laboratory}; not the laboratory that measured the value</source>
        <translation>基準値 {limits} {unit}（{laboratory}より引用。測定施設のものではない）</translation>
    </message>
    <message>
        <source>{times} × upper limit</source>
        <translation>基準上限の{times}倍</translation>
    </message>
    <message>
        <source>{times} × limit</source>
        <translation>上限の{times}倍</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Reference interval</source>
        <translation>基準値</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>出典箇所</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Filter: words that a row must hold</source>
        <translation>絞り込み：行に含まれる語句</translation>
    </message>
    <message>
        <source>Filter the values</source>
        <translation>数値を絞り込む</translation>
    </message>
    <message>
        <source>More than {count}: too many to be sorted. By series, then by time.</source>
        <translation>{count}件を超えるため並べ替えできません（系列順・時刻順に表示）。</translation>
    </message>
    <message>
        <source>More than {count}: sorted by series, time and value only.</source>
        <translation>{count}件を超えるため、並べ替えは系列・時期・値のみです。</translation>
    </message>
    <message>
        <source>Only the first {count} are listed.</source>
        <translation>先頭の{count}件のみ表示しています。</translation>
    </message>
    <message>
        <source>Of sampled series, words are looked for in name and unit only.</source>
        <translation>連続測定の系列では、名称と単位だけを検索します。</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count}件の数値</translation>
    </message>
    <message>
        <source>{shown} of {count} values</source>
        <translation>{count}件中{shown}件の数値</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低値（Low）</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高値（High）</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>Illness day {day}</source>
        <translation>第{day}病日</translation>
    </message>
    <message>
        <source>illness day {day}</source>
        <translation>第{day}病日</translation>
    </message>
    <message>
        <source>illness days {first}–{last}</source>
        <translation>第{first}–{last}病日</translation>
    </message>
    <message>
        <source>Hospital day {day}</source>
        <translation>入院{day}日目</translation>
    </message>
    <message>
        <source>hospital day {day}</source>
        <translation>入院{day}日目</translation>
    </message>
    <message>
        <source>hospital days {first}–{last}</source>
        <translation>入院{first}–{last}日目</translation>
    </message>
    <message>
        <source>Day {day}</source>
        <translation>第{day}病日</translation>
    </message>
    <message>
        <source>about {age} y</source>
        <translation>約{age}歳</translation>
    </message>
    <message>
        <source>this day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>1 day before</source>
        <translation>1日前</translation>
    </message>
    <message>
        <source>1 day after</source>
        <translation>1日後</translation>
    </message>
    <message>
        <source>{days} days before</source>
        <translation>{days}日前</translation>
    </message>
    <message>
        <source>{days} days after</source>
        <translation>{days}日後</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count}日</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count}時間</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}分</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}秒</translation>
    </message>
    <message>
        <source>{time} before</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>{time} after</source>
        <translation>{time}後</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>第{day}病日</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>days {first}–{last}</source>
        <translation>第{first}–{last}病日</translation>
    </message>
    <message>
        <source>within {days}</source>
        <translation>{days}の間</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>{time}頃</translation>
    </message>
    <message>
        <source>between {first} and {last}</source>
        <translation>{first}から{last}の間</translation>
    </message>
    <message>
        <source>{time} or before</source>
        <translation>{time}以前</translation>
    </message>
    <message>
        <source>{time} or later</source>
        <translation>{time}以降</translation>
    </message>
    <message>
        <source>{began}; {ended}</source>
        <translation>{began}・{ended}</translation>
    </message>
    <message>
        <source>began {time}</source>
        <translation>{time}に開始</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>{time}から</translation>
    </message>
    <message>
        <source>source: {time}</source>
        <translation>原典：{time}</translation>
    </message>
    <message>
        <source>{day}, {clock}</source>
        <translation>{day} {clock}</translation>
    </message>
    <message>
        <source>{day}, {first}–{last}</source>
        <translation>{day} {first}–{last}</translation>
    </message>
    <message>
        <source>continues</source>
        <translation>継続中</translation>
    </message>
    <message>
        <source>end not stated</source>
        <translation>終了日の記載なし</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <translation>{time}に終了</translation>
    </message>
    <message>
        <source>to {time}</source>
        <translation>{time}まで</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>no values</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>データ不足</translation>
    </message>
    <message>
        <source>not glucose</source>
        <translation>血糖ではない</translation>
    </message>
    <message>
        <source>no limits are defined in this unit</source>
        <translation>この単位には基準が定義されていない</translation>
    </message>
    <message>
        <source>not a sensor series</source>
        <translation>センサーの記録ではない</translation>
    </message>
    <message>
        <source>comparators or words leave it open</source>
        <translation>不等号や語のため定まらない</translation>
    </message>
    <message>
        <source>not both values are above zero</source>
        <translation>両方が正の値ではない</translation>
    </message>
    <message>
        <source>too large to calculate with</source>
        <translation>計算できないほど大きい</translation>
    </message>
    <message>
        <source>no value at or before one of the days</source>
        <translation>一方の日以前に値がない</translation>
    </message>
    <message>
        <source>the same value stands for both days</source>
        <translation>両日とも同じ値</translation>
    </message>
    <message>
        <source>which value came first is not known</source>
        <translation>どちらの値が先か不明</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>This case was written by a newer version; it opens read-only.</source>
        <translation>この症例は新しい版で作成されたため、読み取り専用で開きました。</translation>
    </message>
    <message>
        <source>Parts of this case could not be read: {count}.</source>
        <translation>この症例には読み取れない部分があります：{count}件。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Opening {path} …</source>
        <translation>{path} を開いています…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>{path} was not opened. {reason}</source>
        <translation>{path}を開けませんでした。{reason}</translation>
    </message>
</context>
</TS>
